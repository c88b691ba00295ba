// All permit rules about one pair, combined: prohibited before unknown before needs_permit before allowed.
import type { PermitOutcome, PermitRuling } from '@crg/domain/match';
import { type Truth, truthOf } from './condition.ts';
import type { FactName, PermitFacts } from './facts.ts';
import { liesIn } from './jurisdictions.ts';
import type { LegalBasis, PermitRule } from './permit-rule.ts';
import { permitRules } from './rules.ts';

export interface PermitAssessment {
  readonly outcome: PermitOutcome;
  /** Strictest first, then in the order of the rules; empty when no rule speaks about such a pair. */
  readonly rulings: readonly PermitRuling[];
}

/** @param date YYYY-MM-DD: the law in application on that day */
export function assess(facts: PermitFacts, date: string): PermitAssessment {
  return strictestFirst([
    ...permitRules.flatMap((rule) => rulingsOf(rule, facts, date)),
    ...countriesWithoutRules(facts),
  ]);
}

/** Two steps of one exchange: both must be allowed. A rule that says the same about both is named once. */
export function together(one: PermitAssessment, other: PermitAssessment): PermitAssessment {
  const isNew = ({ rule, jurisdiction, outcome }: PermitRuling) =>
    !one.rulings.some(
      (known) => known.rule === rule && known.jurisdiction === jurisdiction && known.outcome === outcome,
    );
  return strictestFirst([...one.rulings, ...other.rulings.filter(isNew)]);
}

function strictestFirst(rulings: PermitRuling[]): PermitAssessment {
  rulings.sort((a, b) => strictness.indexOf(a.outcome) - strictness.indexOf(b.outcome));
  return { outcome: rulings[0]?.outcome ?? 'allowed', rulings };
}

const strictness: readonly PermitOutcome[] = ['prohibited', 'unknown', 'needs_permit', 'allowed'];

function rulingsOf(rule: PermitRule, facts: PermitFacts, date: string): readonly PermitRuling[] {
  const countries = placesOf(rule, facts);
  const bases = new Set(
    countries.map((country) => basisIn(rule, country, date)).filter((basis) => basis !== undefined),
  );
  const isCountryKnown = !countries.includes(null);
  const without = new Set(
    countries.filter((country) => country !== null && basisIn(rule, country, date) === undefined),
  );
  return [
    ...[...bases].flatMap((basis) => rulingOn(rule, basis, facts, isCountryKnown)),
    ...[...without].flatMap((country) => silenceOf(rule, country as string, facts)),
  ];
}

/** A rule that would speak, in a country or a year whose law is not in the data: that is unknown, never allowed by silence. */
function silenceOf(rule: PermitRule, country: string, facts: PermitFacts): readonly PermitRuling[] {
  const about = truthOf(rule.about, facts, {});
  if (about.holds === false || rule.particular === true) return [];
  return [
    {
      rule: rule.id,
      version: rule.version,
      jurisdiction: country,
      clause: 'none: the law of this country at that time is not known here',
      validFrom: '',
      outcome: 'unknown',
      text: `${rule.title}: ask the authorities of ${country}.`,
      factsUsed: about.used,
      factsMissing: [...about.missing, `rules_of_${country}`],
    },
  ];
}

/** Countries whose law the rule asks for; null where a site does not state its own. */
function placesOf({ place }: PermitRule, { supply_country: from, demand_country: to }: PermitFacts) {
  return place === 'supply' ? [from] : place === 'demand' ? [to] : [from, to];
}

/** Where the country is not stated, the first basis stands in: it then allows nothing, says what is missing, and forbids only what a whole group of countries forbids. */
function basisIn({ bases }: PermitRule, country: string | null, date: string): LegalBasis | undefined {
  const inForce = bases.filter(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo));
  if (country === null) return inForce[0];
  return (
    inForce.find(({ jurisdiction }) => jurisdiction === country) ??
    inForce.find(({ jurisdiction }) => liesIn(country, jurisdiction))
  );
}

function rulingOn(
  rule: PermitRule,
  basis: LegalBasis,
  facts: PermitFacts,
  isCountryKnown: boolean,
): readonly PermitRuling[] {
  const limits = basis.limits ?? {};
  const about = truthOf(rule.about, facts, limits);
  if (about.holds === false) return [];
  const answer =
    about.holds === null
      ? { outcome: 'unknown' as const, text: rule.openText, ...about }
      : answerOf(rule, facts, limits);
  // Nobody is told that he is allowed, or forbidden by the law of one country, as long as the country is not stated.
  const isOpenByCountry = !isCountryKnown && (answer.outcome === 'allowed' || !rule.bases.some(isOfManyCountries));
  const missing = isCountryKnown ? answer.missing : [...answer.missing, 'country'];
  return [
    {
      rule: rule.id,
      version: rule.version,
      jurisdiction: basis.jurisdiction,
      clause: basis.clause,
      validFrom: basis.validFrom,
      outcome: isOpenByCountry ? 'unknown' : answer.outcome,
      text: basis.note === undefined ? answer.text : `${answer.text} ${basis.note}`,
      factsUsed: [...new Set([...about.used, ...answer.used])],
      factsMissing: missing,
    },
  ];
}

function isOfManyCountries({ jurisdiction }: LegalBasis): boolean {
  return jurisdiction === 'EU' || jurisdiction === 'EEA';
}

interface Spoken {
  readonly outcome: PermitOutcome;
  readonly text: string;
  readonly used: readonly FactName[];
  readonly missing: readonly FactName[];
}

function answerOf(rule: PermitRule, facts: PermitFacts, limits: LegalBasis['limits'] & object): Spoken {
  const used: FactName[] = [];
  for (const { when, outcome, text, easedBy = [] } of rule.answers) {
    const truth: Truth = when === undefined ? always : truthOf(when, facts, limits);
    used.push(...truth.used);
    if (truth.holds === null) return { outcome: 'unknown', text: rule.openText, used, missing: truth.missing };
    if (truth.holds) return { outcome, text, used, missing: easedBy.filter((paper) => facts[paper] === undefined) };
  }
  throw new Error(
    `Permit rule ${rule.id} has no answer to these facts; its last answer must hold in every other case.`,
  );
}

const always: Truth = { holds: true, used: [], missing: [] };

/** A country whose law is not in the data: nothing can be said to be allowed there. */
function countriesWithoutRules({ supply_country: from, demand_country: to }: PermitFacts): readonly PermitRuling[] {
  const stated = [...new Set([from, to])].filter((country) => country !== null);
  return stated
    .filter((country) => !isCovered(country))
    .map((country) => ({
      rule: 'JU-1',
      version: 1,
      jurisdiction: country,
      clause: 'none: no rules of this country are known here',
      validFrom: '',
      outcome: 'unknown',
      text: `The permit rules hold no law of ${country}; ask its authorities.`,
      factsUsed: ['country'],
      factsMissing: [`rules_of_${country}`],
    }));
}

function isCovered(country: string): boolean {
  return permitRules.some(({ bases }) => bases.some(({ jurisdiction }) => liesIn(country, jurisdiction)));
}
