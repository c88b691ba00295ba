// The permit gate: which fact is missing, who can answer it, and on which form.
import { permitPapers } from '@crg/domain/permit-papers';
import { permitStory } from '@crg/story/permit-story';
import { expect, test } from 'vitest';
import { exampleMatch } from './example-match.ts';

test.each(permitPapers.map(({ id, side, question }) => [id, side, question] as const))(
  'the missing paper %s is asked of the %s side on the form of its flow',
  (paper, side, question) => {
    const [open] = permitStory(withMissing([paper])).open;
    expect(open?.question).toBe(question);
    expect(open?.href).toBe(`/data/flows/${side === 'supply' ? 'dairy-heat' : 'hall-heat'}#papers`);
    expect(open?.who).toBe(side === 'supply' ? 'Example Dairy' : 'Example Town');
  },
);

test('a fact that two rules wait for is asked once', () => {
  const { open } = permitStory(withMissing(['receiver_use', 'receiver_use']));
  expect(open).toHaveLength(1);
  expect(open[0]).toMatchObject({ href: '/data/organizations/town', rules: ['DK-1'] });
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

function withMissing(facts: string[]) {
  const { explanation } = exampleMatch;
  const rulings = explanation.permit.rulings.map((ruling) => ({ ...ruling, facts_missing: facts }));
  return { ...exampleMatch, explanation: { ...explanation, permit: { ...explanation.permit, rulings } } };
}
