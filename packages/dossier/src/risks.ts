// What could make the match worth less than it looks, and what to do about it first.
import type { MatchDetail } from '@crg/api-contract/match';
import { precisionOf } from '@crg/story/flow-facts';
import { euros } from '@crg/story/format';
import type { MatchStory } from '@crg/story/match-story';

export interface Risk {
  readonly text: string;
  /** What would settle it; a whole sentence. */
  readonly step: string;
}

/** In the order in which to settle them: what can stop the exchange, then what is not known, then money and time. */
export function risksOf(match: MatchDetail, story: MatchStory): readonly Risk[] {
  return [
    ...permitRisks(match),
    ...unknownRisks(story),
    ...precisionRisks(match, story),
    ...moneyRisks(match),
    ...endRisks(match, story),
  ];
}

/** At most four; the first is what to do now. */
export function nextSteps(match: MatchDetail, story: MatchStory): readonly string[] {
  const steps = risksOf(match, story).map(({ step }) => step);
  const meet = `Bring ${story.supply.name} and ${story.demand.name} to one table with this sheet.`;
  return [...new Set([...steps.slice(0, 3), meet])];
}

function permitRisks({ explanation: { permit } }: MatchDetail): readonly Risk[] {
  if (permit.outcome === 'allowed') return [];
  const missing = [...new Set(permit.rulings.flatMap((ruling) => ruling.facts_missing))].map((fact) =>
    fact.replaceAll('_', ' '),
  );
  const clauses = [
    ...new Set(permit.rulings.filter(({ outcome }) => outcome === permit.outcome).map(({ clause }) => clause)),
  ];
  if (permit.outcome === 'unknown') {
    return [
      {
        text:
          missing.length === 0
            ? 'Nobody has checked which permits it needs.'
            : `Whether it needs a permit is open; not known: ${missing.join(', ')}.`,
        step:
          missing.length === 0
            ? 'Ask the authority which permits apply.'
            : `Find out for the permit: ${missing.join(', ')}.`,
      },
    ];
  }
  const word = permit.outcome === 'prohibited' ? 'prohibited' : 'subject to a permit';
  return [
    { text: `It is ${word}: ${clauses.join('; ')}.`, step: `Talk to the authority about ${clauses.join('; ')}.` },
  ];
}

function unknownRisks({ verdicts, supply, demand }: MatchStory): readonly Risk[] {
  return verdicts
    .filter(({ judge, mark }) => mark === 'unknown' && judge !== 'permit')
    .map(({ label, text }) => ({
      text: `${label} is not judged: ${text}`,
      step: `Ask ${supply.name} and ${demand.name} for the ${label.toLowerCase()}.`,
    }));
}

function precisionRisks({ supply, demand }: MatchDetail, story: MatchStory): readonly Risk[] {
  return [
    { flow: supply.flow, name: story.supply.name },
    { flow: demand.flow, name: story.demand.name },
  ].flatMap(({ flow, name }) => {
    const precision = precisionOf(flow);
    if (precision === 'measured') return [];
    const origin = precision === 'archetype' ? 'guessed from its sector' : 'estimated';
    return [
      { text: `The quantity of ${name} is ${origin}, not measured.`, step: `Ask ${name} for a metered quantity.` },
    ];
  });
}

function moneyRisks({ npv_eur: npv, margin_eur_per_year: margin }: MatchDetail): readonly Risk[] {
  if (npv.mid < 0) {
    return [
      {
        text: `With the values stated it costs more than it saves (${euros(margin)} a year).`,
        step: 'Check whether both sides have stated today’s price and disposal cost; a value that nobody states counts as nothing.',
      },
    ];
  }
  if (npv.low >= 0) return [];
  return [
    {
      text: `At the unfavourable end of every factor it loses ${euros(-npv.low)} over its life.`,
      step: 'Replace the judged factors by quotes, the largest first.',
    },
  ];
}

function endRisks({ supply, demand }: MatchDetail, story: MatchStory): readonly Risk[] {
  return [
    { end: supply.flow.availability?.valid_to, name: story.supply.name },
    { end: demand.flow.availability?.valid_to, name: story.demand.name },
  ].flatMap(({ end, name }) =>
    end ? [{ text: `The flow of ${name} ends on ${end}.`, step: `Ask ${name} what follows after ${end}.` }] : [],
  );
}
