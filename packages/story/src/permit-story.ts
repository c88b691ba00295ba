// The permit gate in words: which rule of which law spoke, and for every fact that is missing, who answers it and where.
import type { MatchDetail, PermitOutcome, PermitRuling } from '@crg/api-contract/match';
import { permitPapers } from '@crg/domain/permit-papers';
import { paperQuestions } from './paper-questions.ts';

export interface PermitStory {
  readonly outcome: PermitOutcome;
  readonly rulings: readonly RulingStory[];
  /** Every missing fact once, in the order of the rules. */
  readonly open: readonly OpenFact[];
}

export interface RulingStory {
  readonly rule: string;
  /** `EU law · WP-1 version 2 · in force from 2020-07-05` */
  readonly law: string;
  readonly clause: string;
  readonly outcome: PermitOutcome;
  readonly text: string;
  readonly used: readonly string[];
  readonly missing: readonly string[];
}

export interface OpenFact {
  readonly fact: string;
  readonly question: string;
  /** Who can answer, by name, and on which form; null: whoever would run the converter of a chain, whom nobody knows yet. */
  readonly form: { readonly who: string; readonly href: string } | null;
  /** Rules that wait for it. */
  readonly rules: readonly string[];
  /** What yes and what no would make of the gate; null where it is no question of yes or no. */
  readonly effect: string | null;
}

export function permitStory(match: Pick<MatchDetail, 'supply' | 'demand' | 'explanation'>): PermitStory {
  const { permit } = match.explanation;
  const { outcome, rulings } = permit;
  const facts = [...new Set(rulings.flatMap((ruling) => ruling.facts_missing))];
  return {
    outcome,
    rulings: rulings.map(rulingStory),
    open: facts.map((fact) => ({
      ...openFact(fact, match),
      rules: rulings.filter((ruling) => ruling.facts_missing.includes(fact)).map(({ rule }) => rule),
      effect: effectOf(permit, fact),
    })),
  };
}

/** `pipe_depth` as a person says it. */
export function plainFact(fact: string): string {
  return facts[fact]?.name ?? fact.replaceAll('_', ' ');
}

const words: Readonly<Record<PermitOutcome, string>> = {
  allowed: 'allowed',
  needs_permit: 'needs a permit',
  unknown: 'still not known',
  prohibited: 'prohibited',
};

/** `Yes: allowed. No: needs a permit.`, or that no answer changes anything by itself. */
function effectOf({ outcome, open }: MatchDetail['explanation']['permit'], fact: string): string | null {
  const known = open.find((one) => one.fact === fact);
  if (!known) return null;
  const { if_yes: yes, if_no: no } = known;
  if (yes === no) {
    return yes === outcome ? 'Neither answer changes the result by itself.' : `Either answer: ${words[yes]}.`;
  }
  return `Yes: ${words[yes]}. No: ${words[no]}.`;
}

function rulingStory(ruling: PermitRuling): RulingStory {
  const { rule, version, jurisdiction, valid_from: from, clause, outcome, text } = ruling;
  const law = [
    jurisdiction ? `${jurisdiction} law` : '',
    `${rule}, version ${version}`,
    from ? `in force since ${from}` : '',
  ];
  return {
    rule,
    law: law.filter(Boolean).join(' · '),
    clause,
    outcome,
    text,
    used: ruling.facts_used.map(plainFact),
    missing: ruling.facts_missing.map(plainFact),
  };
}

type Ends = Pick<MatchDetail, 'supply' | 'demand'>;

function openFact(fact: string, ends: Ends): Omit<OpenFact, 'rules' | 'effect'> {
  const paper = permitPapers.find(({ id }) => id === fact);
  if (paper) {
    const { direction, type } = ends[paper.side].flow;
    const isAsked = paperQuestions(direction, type).some(({ id }) => id === fact);
    return { fact, question: paper.question, form: isAsked ? formOf(ends, paper.side, 'flow', '#papers') : null };
  }
  const known = facts[fact];
  if (known) return { fact, question: known.question, form: formOf(ends, known.side, known.record, '') };
  return { fact, question: `What about the ${plainFact(fact)}?`, form: formOf(ends, 'supply', 'flow', '') };
}

function formOf(
  ends: Ends,
  side: 'supply' | 'demand',
  record: Recorded,
  anchor: string,
): NonNullable<OpenFact['form']> {
  const { flow, site, organization } = ends[side];
  const id = { flow: flow.id, site: site.id, organization: organization.id }[record];
  return {
    who: organization.name || organization.id,
    href: `/data/${record}s/${encodeURIComponent(id)}${anchor}`,
  };
}

type Recorded = 'flow' | 'site' | 'organization';

/** Facts that follow from the records rather than from papers. */
const facts: Readonly<
  Record<
    string,
    {
      readonly name: string;
      readonly question: string;
      readonly side: 'supply' | 'demand';
      readonly record: Recorded;
    }
  >
> = {
  entry_type: {
    name: 'List of Waste code',
    question: 'Which code of the List of Waste does it have, if any?',
    side: 'supply',
    record: 'flow',
  },
  is_waste: {
    name: 'whether it is waste',
    question: 'Is it waste? A code of the List of Waste or the four answers about by-products tell.',
    side: 'supply',
    record: 'flow',
  },
  border: {
    name: 'whether it crosses a border',
    question: 'In which country does the supplying site stand?',
    side: 'supply',
    record: 'site',
  },
  supply_country: {
    name: 'country of the supply',
    question: 'In which country does the supplying site stand?',
    side: 'supply',
    record: 'site',
  },
  demand_country: {
    name: 'country of the demand',
    question: 'In which country does the receiving site stand?',
    side: 'demand',
    record: 'site',
  },
  destination_oecd: {
    name: 'country of the destination',
    question: 'In which country does the receiving site stand?',
    side: 'demand',
    record: 'site',
  },
  receiver_use: {
    name: 'use at the receiver',
    question: 'In which sector (NACE) does the receiver work?',
    side: 'demand',
    record: 'organization',
  },
  above_110c: {
    name: 'whether it is above 110 °C',
    question: 'How hot is it?',
    side: 'supply',
    record: 'flow',
  },
  cadmium_mg_kg: {
    name: 'cadmium content',
    question: 'How much cadmium does it contain, in mg per kg?',
    side: 'supply',
    record: 'flow',
  },
  animal_category: {
    name: 'category of the animal by-product',
    question: 'Does any of it come from animals, and of which category is it?',
    side: 'supply',
    record: 'flow',
  },
};
