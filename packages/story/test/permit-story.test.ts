// The permit gate: which fact is missing, who can answer it, and on which form.
import { permitPapers } from '@crg/domain/permit-papers';
import { resourceTypes } from '@crg/domain/taxonomy';
import { paperQuestions } from '@crg/story/paper-questions';
import { permitStory } from '@crg/story/permit-story';
import { expect, test } from 'vitest';
import { exampleMatch } from './example-match.ts';

test.each(permitPapers.map(({ id, side, question }) => [id, side, question] as const))(
  'the missing paper %s is asked of the %s side on the form of its flow',
  (paper, side, question) => {
    const asked = resourceTypes.find(({ id }) => paperQuestions(side, id).some((one) => one.id === paper));
    const [open] = permitStory(ofType(withMissing([paper]), asked?.id ?? 'none')).open;
    expect(open?.question).toBe(question);
    expect(open?.form).toEqual({
      who: side === 'supply' ? 'Example Dairy' : 'Example Town',
      href: `/data/flows/${side === 'supply' ? 'dairy-heat' : 'hall-heat'}#papers`,
    });
  },
);

test('a fact that two rules wait for is asked once', () => {
  const { open } = permitStory(withMissing(['receiver_use', 'receiver_use']));
  expect(open).toHaveLength(1);
  expect(open[0]).toMatchObject({ form: { href: '/data/organizations/town' }, rules: ['DK-1'] });
});

test('a fact that this page does not know yet is still named', () => {
  const { open, rulings } = permitStory(withMissing(['pipe_depth']));
  expect(open[0]?.question).toBe('What about the pipe depth?');
  expect(rulings[0]?.missing).toEqual(['pipe depth']);
});

test.each([
  ['allowed', 'needs_permit', 'Yes: allowed. No: needs a permit.'],
  ['unknown', 'prohibited', 'Yes: still not known. No: prohibited.'],
  ['unknown', 'unknown', 'Neither answer changes the result by itself.'],
  ['needs_permit', 'needs_permit', 'Either answer: needs a permit.'],
] as const)('with yes it is %s and with no %s: "%s"', (yes, no, effect) => {
  const match = withMissing(['carrier_registered']);
  const permit = { ...match.explanation.permit, open: [{ fact: 'carrier_registered', if_yes: yes, if_no: no }] };
  const { open } = permitStory({ ...match, explanation: { ...match.explanation, permit } });
  expect(open[0]?.effect).toBe(effect);
});

test('a fact that is no question of yes or no has no effect to tell', () => {
  expect(permitStory(withMissing(['receiver_use'])).open[0]?.effect).toBeNull();
});

test('a paper that the form of the receiver does not ask for is for whoever would run the converter', () => {
  const [open] = permitStory(withMissing(['receiver_permit_codes'])).open;
  expect(open?.form).toBeNull();
});

function ofType(match: ReturnType<typeof withMissing>, type: string) {
  const of = (end: (typeof match)['supply']) => ({ ...end, flow: { ...end.flow, type } });
  return { ...match, supply: of(match.supply), demand: of(match.demand) };
}

function withMissing(facts: string[]) {
  const { explanation } = exampleMatch;
  const rulings = explanation.permit.rulings.map((ruling) => ({ ...ruling, facts_missing: facts }));
  return { ...exampleMatch, explanation: { ...explanation, permit: { ...explanation.permit, rulings } } };
}
