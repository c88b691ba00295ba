// The permit rules over HTTP: what they are about, how they answer, and the clause behind each, per jurisdiction and time.
import { PermitSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';

const condition = (description: string) => Type.Unknown({ description });

export const PermitRuleSchema = Type.Object(
  {
    id: Type.String(),
    version: Type.Integer({ description: 'Raised whenever the answer to the same facts can change.' }),
    title: Type.String(),
    jurisdiction: Type.String({ description: 'A country (ISO 3166-1) or a group of countries, EU or EEA.' }),
    clause: Type.String(),
    valid_from: Type.String({ description: 'First day in application, YYYY-MM-DD.' }),
    valid_to: Type.Union([Type.String(), Type.Null()], { description: 'Last day; null: still in application.' }),
    place: Type.Enum(['supply', 'demand', 'both'], { description: 'Whose country decides whether the rule applies.' }),
    limits: Type.Record(Type.String(), Type.Number(), { description: 'Numbers that this clause sets, by fact.' }),
    about: condition('The pairs it speaks about: a tree of all, any, not over facts.'),
    answers: Type.Array(
      Type.Object(
        {
          when: Type.Optional(condition('Left out: in every other case.')),
          outcome: PermitSchema,
          text: Type.String(),
        },
        { title: 'PermitAnswer', additionalProperties: false },
      ),
      {
        description: 'The first that holds is the answer; one that cannot be told for want of facts makes it unknown.',
      },
    ),
    open_text: Type.String({ description: 'Said when facts are missing.' }),
  },
  { title: 'PermitRule', additionalProperties: false },
);
export type PermitRule = Static<typeof PermitRuleSchema>;

export const PermitRuleListSchema = Type.Object(
  { data: Type.Array(PermitRuleSchema, { description: 'One per rule, jurisdiction and time.' }) },
  { title: 'PermitRuleList', additionalProperties: false },
);
export type PermitRuleList = Static<typeof PermitRuleListSchema>;
