// The permit rules as docs/method/permit-rules.md shows them, made from the data that the engine judges by.
import type { Condition } from '../src/permit/condition.ts';
import type { LegalBasis, PermitRule } from '../src/permit/permit-rule.ts';
import { permitRules } from '../src/permit/rules.ts';

export function permitPage(): string {
  return `${head}\n\n${permitRules.map(sectionOf).join('\n\n')}\n`;
}

const head = `# Permit rules

<!-- written by \`npm run permit-table -w packages/engine\` -->

Information for the parties, not legal advice; authorities decide. The engine asks each rule about each pair and takes the strictest
answer: prohibited, then unknown, then needs a permit, then allowed. The law is that of the named side's country on the last day of the
run's year; a country's own basis goes before that of its group (EU, EEA). A fact that nobody has stated makes the rule answer
*unknown* and name it, unless the answer is the same either way. One exception: where a fact could only ease the answer (does the way
leave private land?) the stricter answer stands until it is stated, and the fact is named. Where a site's country is not stated, the first
basis stands in and nothing is allowed; where a rule would speak and the law of the country or the year is not here, it is unknown. The clauses were written down from general knowledge of the texts;
check them against the consolidated text before relying on one.`;

function sectionOf({ id, version, title, place, bases, about, answers, openText }: PermitRule): string {
  const lines = answers.map(
    ({ when, outcome, text }) =>
      `| ${when === undefined ? 'in every other case' : inWords(when)} | ${outcome} | ${text} |`,
  );
  return [
    `## ${id}, version ${version}: ${title}`,
    '',
    `Speaks when ${inWords(about)}. Law of ${placeWords[place]}:`,
    '',
    ...bases.map(basisLine),
    '',
    '| when | answer | said |',
    '| --- | --- | --- |',
    ...lines,
    `| facts are missing | unknown | ${openText} |`,
  ].join('\n');
}

const placeWords = { supply: "the supply's country", demand: "the demand's country", both: 'both countries' } as const;

function basisLine({ jurisdiction, clause, validFrom, validTo, limits = {}, note = '' }: LegalBasis): string {
  const until = validTo === null ? '' : ` until ${validTo}`;
  const numbers = Object.entries(limits).map(([fact, limit]) => `; limit of ${named(fact)}: ${limit}`);
  return `- ${jurisdiction}, from ${validFrom}${until}: ${clause}${numbers.join('')}${note === '' ? '' : `. ${note}`}`;
}

function inWords(condition: Condition): string {
  if ('all' in condition) return condition.all.map(inBrackets).join(' and ');
  if ('any' in condition) return condition.any.map(inBrackets).join(' or ');
  if ('not' in condition) return `not (${inWords(condition.not)})`;
  if ('stated' in condition) return `${named(condition.stated)} is stated`;
  if ('is' in condition) return `${named(condition.fact)} is ${valueWord(condition.is)}`;
  if ('in' in condition) return `${named(condition.fact)} is ${condition.in.map(valueWord).join(', ')}`;
  return `${named(condition.fact)} is above ${condition.above === 'limit' ? 'the limit' : condition.above}`;
}

function inBrackets(condition: Condition): string {
  const words = inWords(condition);
  return ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1)
    ? `(${words})`
    : words;
}

const named = (fact: string): string => `\`${fact}\``;
const valueWord = (value: string | number | boolean): string =>
  value === true ? 'true' : value === false ? 'false' : String(value);
