// Permit rules as data: which pairs a rule speaks about, and what it says. Information for the parties, not legal advice.
import type { PermitOutcome } from '@crg/domain/match';
import type { Paper, PermitFacts } from './facts.ts';

export interface PermitRule {
  readonly id: string;
  /** Raised whenever the answer to the same facts can change. */
  readonly version: number;
  readonly clause: string;
  readonly appliesTo: (facts: PermitFacts) => boolean;
  readonly speak: (facts: PermitFacts) => Answer;
}

export interface Answer {
  readonly outcome: PermitOutcome;
  readonly text: string;
  readonly used: readonly string[];
  readonly missing: readonly string[];
}

const allowed = (text: string, used: readonly string[]): Answer => ({ outcome: 'allowed', text, used, missing: [] });
const needsPermit = (text: string, used: readonly string[]): Answer => ({
  outcome: 'needs_permit',
  text,
  used,
  missing: [],
});
const prohibited = (text: string, used: readonly string[]): Answer => ({
  outcome: 'prohibited',
  text,
  used,
  missing: [],
});
const unknown = (text: string, used: readonly string[], missing: readonly string[]): Answer => ({
  outcome: 'unknown',
  text,
  used,
  missing,
});

const isStuff = ({ family }: PermitFacts): boolean => family === 'material' || family === 'organic';
const isCoded = ({ wasteEntries }: PermitFacts): boolean => wasteEntries.length > 0;
const isPiped = (facts: PermitFacts, ...families: readonly string[]): boolean => families.includes(facts.family);
const spreadable: ReadonlySet<string> = new Set([
  'organic.biosludge',
  'organic.sewage_sludge',
  'organic.digestate',
  'organic.manure',
  'organic.biomass_residue',
]);
const fodder: ReadonlySet<string> = new Set(['organic.spent_grain', 'organic.yeast_slurry']);
const usedWater: ReadonlySet<string> = new Set([
  'water.cooling',
  'water.process',
  'water.treated',
  'water.wastewater',
  'water.stormwater',
]);

/** `papers` of the list that are not known, and those known to be missing on purpose (false). */
function papersOf({ papers }: PermitFacts, wanted: readonly Paper[]) {
  return {
    unknown: wanted.filter((paper) => papers[paper] === undefined),
    refused: wanted.filter((paper) => papers[paper] === false),
  };
}

const byProductTest: readonly Paper[] = [
  'contract_or_market',
  'normal_processing_only',
  'integral_part',
  'product_standard_met',
];

/** In the order in which they are read out. */
export const permitRules: readonly PermitRule[] = [
  {
    id: 'BP-1',
    version: 1,
    clause: 'Directive 2008/98/EC, Article 5(1)',
    appliesTo: (facts) => isStuff(facts) && (!isCoded(facts) || byProductTest.some((paper) => paper in facts.papers)),
    speak: (facts) => {
      const { unknown: open, refused } = papersOf(facts, byProductTest);
      if (refused.length > 0)
        return needsPermit('Not a by-product, so it is handled as waste by a receiver with a permit.', refused);
      if (open.length > 0)
        return unknown('May be a by-product and not waste; that takes proof.', ['no_waste_code'], open);
      return allowed('All four conditions of a by-product are met: it is not waste.', byProductTest);
    },
  },
  {
    id: 'WP-1',
    version: 1,
    clause: 'Directive 2008/98/EC, Articles 23 to 26',
    appliesTo: (facts) =>
      isStuff(facts) && isCoded(facts) && !byProductTest.every((paper) => facts.papers[paper] === true),
    speak: (facts) => {
      const wanted: readonly Paper[] = ['receiver_permit_codes', 'carrier_registered'];
      const { unknown: open, refused } = papersOf(facts, wanted);
      if (refused.length > 0)
        return needsPermit('The receiver or carrier is not permitted for this waste yet.', refused);
      if (open.length > 0)
        return unknown('Waste may go only to a permitted receiver with a registered carrier.', ['ewc_code'], open);
      return allowed("The receiver's permit covers the code and the carrier is registered.", wanted);
    },
  },
  {
    id: 'HZ-1',
    version: 1,
    clause: 'Decision 2000/532/EC (List of Waste) and Directive 2008/98/EC, Article 18',
    appliesTo: isCoded,
    speak: (facts) => {
      const used = ['ewc_code', 'entry_type'];
      if (facts.wasteEntries.includes('absolute_hazardous')) return hazardous(facts);
      if (facts.wasteEntries.every((entry) => entry === 'absolute_non_hazardous'))
        return allowed('The code is not hazardous by definition.', used);
      const tested = facts.papers.hp_test_non_hazardous;
      if (tested === undefined)
        return unknown('The code has a hazardous twin: a test of the hazardous properties decides.', used, ['hp_test']);
      return tested ? allowed('Tested: not hazardous.', [...used, 'hp_test']) : hazardous(facts);
    },
  },
  {
    id: 'SH-1',
    version: 1,
    clause: 'Regulation (EU) 2024/1157, Articles 4, 5 and 18',
    appliesTo: (facts) => isStuff(facts) && facts.border !== false,
    speak: (facts) => {
      if (facts.border === null) return unknown('Whether it crosses a border is not known.', [], ['country']);
      if (!isCoded(facts)) return unknown('Crosses a border: whether it is waste decides.', ['border'], ['is_waste']);
      if (facts.wasteEntries.includes('absolute_hazardous'))
        return needsPermit('Hazardous waste crosses a border only with notification and consent.', [
          'border',
          'entry_type',
        ]);
      const green = facts.papers.green_list;
      if (green === undefined)
        return unknown(
          'Crosses a border as waste: the list it stands on decides.',
          ['border', 'ewc_code'],
          ['green_list'],
        );
      return green
        ? allowed('Green-listed waste for recovery crosses with its information form and contract.', [
            'border',
            'green_list',
          ])
        : needsPermit('Waste off the green list crosses only with notification and consent.', ['border', 'green_list']);
    },
  },
  {
    id: 'AB-1',
    version: 1,
    clause: 'Regulation (EC) 1069/2009, Articles 8 to 14 and 24',
    appliesTo: ({ family, animalCategory }) => family === 'organic' && animalCategory !== 0,
    speak: ({ animalCategory, papers }) => {
      if (animalCategory === null)
        return unknown('Whether it comes from animals is not stated.', ['type'], ['animal_origin']);
      if (animalCategory === 1)
        return prohibited('Category 1 may only be burnt or buried as authorised (Article 12).', ['category']);
      const approved = papers.receiver_approval;
      if (approved === true)
        return allowed('The receiver is approved for this category.', ['category', 'receiver_approval']);
      return needsPermit(`Category ${animalCategory} goes only to an approved plant or use.`, ['category']);
    },
  },
  {
    id: 'FD-1',
    version: 1,
    clause: 'Regulations (EC) 183/2005 and 767/2009',
    appliesTo: ({ type, use }) => fodder.has(type) && use === 'farm',
    speak: ({ papers }) => {
      const registered = papers.feed_business_registration;
      if (registered === undefined)
        return unknown(
          'Feed comes only from a registered feed business.',
          ['type', 'use'],
          ['feed_business_registration'],
        );
      return registered
        ? allowed('The supplier is a registered feed business.', ['feed_business_registration'])
        : needsPermit('The supplier registers as a feed business first.', ['feed_business_registration']);
    },
  },
  {
    id: 'FE-1',
    version: 1,
    clause: 'Directive 86/278/EEC, Annex I B, and Regulation (EU) 2019/1009',
    appliesTo: ({ type, use }) => spreadable.has(type) && use === 'farm',
    speak: ({ cadmiumMgPerKg }) => {
      if (cadmiumMgPerKg === null)
        return unknown('Spread on land only within limits for metals.', ['type', 'use'], ['metals', 'pathogens']);
      return cadmiumMgPerKg > highestCadmiumOnLand
        ? prohibited('Too much cadmium for any land in the Union.', ['cadmium', 'use'])
        : needsPermit('Spread on land under a spreading plan; national limits may be lower.', ['cadmium', 'use']);
    },
  },
  {
    id: 'RE-1',
    version: 1,
    clause: 'Regulation (EC) 1907/2006, Article 2 and Annex V',
    appliesTo: (facts) =>
      facts.family === 'material' && (!isCoded(facts) || byProductTest.every((paper) => facts.papers[paper] === true)),
    speak: (facts) => {
      const wanted: readonly Paper[] = ['sds_available', 'reach_registered'];
      const { unknown: open, refused } = papersOf(facts, wanted);
      if (refused.length > 0) return needsPermit('A by-product sold from 1 t a year is registered first.', refused);
      if (open.length > 0) return unknown('A by-product sold from 1 t a year needs a registration.', ['type'], open);
      return allowed('Registered, with a safety data sheet.', wanted);
    },
  },
  {
    id: 'WA-1',
    version: 1,
    clause: 'Regulation (EU) 2020/741, Article 6, and national water law',
    appliesTo: ({ type }) => usedWater.has(type),
    speak: ({ use }) => {
      if (use === null) return unknown('What used water is for decides who permits it.', ['type'], ['use']);
      return use === 'farm'
        ? needsPermit('Irrigation with reused water takes a permit and a risk plan.', ['type', 'use'])
        : needsPermit('Reuse in industry changes the discharge permit and follows national law.', ['type', 'use']);
    },
  },
  {
    id: 'HE-1',
    version: 1,
    clause: 'Directive 2014/68/EU and national law on ways and heat supply',
    appliesTo: (facts) => isPiped(facts, 'heat', 'steam', 'cooling'),
    speak: (facts) => {
      if (!facts.sameSite) return needsPermit('The pipe leaves the site: a right of way is needed.', ['same_site']);
      const underPressure = facts.family === 'steam' || facts.above110C === true;
      return underPressure
        ? needsPermit('Steam or above 110 °C: pressure equipment must be shown to conform.', ['type', 'temperature'])
        : allowed('Stays on one site.', ['same_site']);
    },
  },
  {
    id: 'EL-1',
    version: 1,
    clause: 'Directive (EU) 2019/944, Articles 7 and 38',
    appliesTo: (facts) => isPiped(facts, 'electricity'),
    speak: () => ({
      ...needsPermit('A direct line or a closed system is authorised first.', ['type']),
      missing: ['closed_system_status'],
    }),
  },
  {
    id: 'WL-1',
    version: 1,
    clause: 'National law on ways and planning',
    appliesTo: (facts) => isPiped(facts, 'gas', 'water') && !facts.sameSite,
    speak: () => needsPermit('The pipe leaves the site: a right of way is needed.', ['same_site']),
  },
  {
    id: 'GA-1',
    version: 1,
    clause: 'Regulation (EU) 231/2012 (E 290)',
    appliesTo: ({ type, use }) => type === 'gas.co2' && use === 'food',
    speak: (facts) => {
      const { unknown: open, refused } = papersOf(facts, ['purity_certificate', 'haccp']);
      const lacking = [...open, ...refused];
      if (lacking.length > 0)
        return unknown('Carbon dioxide for food needs a certificate of purity.', ['type', 'use'], lacking);
      return allowed('Certified for food.', ['purity_certificate', 'haccp']);
    },
  },
];

function hazardous({ use }: PermitFacts): Answer {
  const used = ['ewc_code', 'entry_type'];
  if (use === 'farm' || use === 'food')
    return prohibited('Hazardous waste never goes to food, feed or soil.', [...used, 'use']);
  return needsPermit('Hazardous: permitted receiver, no dilution, no mixing.', used);
}

/** mg per kg of dry matter: the upper end of the Directive's range for sludge used in agriculture. */
const highestCadmiumOnLand = 40;
