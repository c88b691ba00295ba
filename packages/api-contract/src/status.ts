// Whether the process lives, and whether the city can be asked.
import Type, { type Static } from 'typebox';

export const HealthSchema = Type.Object(
  {
    status: Type.Literal('ok'),
    version: Type.String(),
    sign_in: Type.Literal('none', {
      description: 'Sign-in does not exist yet: everybody who reaches the port may write.',
    }),
  },
  { title: 'Health', additionalProperties: false },
);
export type Health = Static<typeof HealthSchema>;

export const ReadySchema = Type.Object(
  { ready: Type.Boolean(), reasons: Type.Array(Type.String(), { description: 'What is missing; empty when ready.' }) },
  { title: 'Ready', additionalProperties: false },
);
export type Ready = Static<typeof ReadySchema>;
