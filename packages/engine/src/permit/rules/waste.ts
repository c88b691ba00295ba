// Waste law: by-product or waste, end of waste, treatment, hazard, hierarchy, borders.
import { byProductTest } from '../facts.ts';
import type { PermitRule } from '../permit-rule.ts';
import { allTrue, anyRefused, basis, hasCode, hasNoCode, isByProductClaimed, isStuff } from './phrases.ts';

const receiverPapers = ['receiver_permit_codes', 'carrier_registered'] as const;
const isWaste = { fact: 'is_waste', is: true } as const;

export const wasteRules: readonly PermitRule[] = [
  {
    id: 'BP-1',
    version: 2,
    title: 'By-product or waste',
    place: 'both',
    bases: [
      basis('EEA', 'Directive 2008/98/EC, Article 5(1)', '2010-12-12'),
      basis(
        'GB',
        'Waste (England and Wales) Regulations 2011, read with Directive 2008/98/EC, Article 5',
        '2011-03-29',
      ),
    ],
    about: { all: [isStuff, { any: [hasNoCode, isByProductClaimed] }] },
    answers: [
      {
        when: anyRefused(byProductTest),
        outcome: 'needs_permit',
        text: 'Not a by-product, so it is handled as waste by a receiver with a permit.',
      },
      {
        when: allTrue(byProductTest),
        outcome: 'allowed',
        text: 'All four conditions of a by-product are met: it is not waste.',
      },
    ],
    openText: 'May be a by-product and not waste; that takes proof.',
  },
  {
    id: 'EW-1',
    version: 1,
    title: 'End of waste',
    place: 'both',
    bases: [
      basis(
        'EEA',
        'Directive 2008/98/EC, Article 6; Regulations (EU) 333/2011, 1179/2012 and 715/2013 for scrap and cullet',
        '2010-12-12',
      ),
      basis('GB', 'Retained Regulations (EU) 333/2011, 1179/2012 and 715/2013; quality protocols', '2021-01-01'),
    ],
    about: { all: [hasCode, { stated: 'end_of_waste_met' }] },
    answers: [
      {
        when: { fact: 'end_of_waste_met', is: true },
        outcome: 'allowed',
        text: 'It has ceased to be waste by criteria or by decision.',
      },
      { outcome: 'needs_permit', text: 'It stays waste and goes to a receiver with a permit.' },
    ],
    openText: 'Whether it has ceased to be waste is not known.',
  },
  {
    id: 'WP-1',
    version: 2,
    title: 'Treatment of waste',
    place: 'both',
    bases: [
      basis('EEA', 'Directive 2008/98/EC, Articles 23 to 26', '2010-12-12'),
      basis(
        'GB',
        'Environmental Permitting Regulations 2016 and Environmental Protection Act 1990, section 34',
        '2017-01-01',
      ),
      basis('CH', 'Waste Ordinance (SR 814.600) and Ordinance on Movements of Waste (SR 814.610)', '2016-01-01'),
    ],
    about: { all: [isStuff, isWaste] },
    answers: [
      {
        when: anyRefused(receiverPapers),
        outcome: 'needs_permit',
        text: 'The receiver or carrier is not permitted for this waste yet.',
      },
      {
        when: allTrue(receiverPapers),
        outcome: 'allowed',
        text: "The receiver's permit covers the code and the carrier is registered.",
      },
    ],
    openText: 'Waste may go only to a permitted receiver with a registered carrier.',
  },
  {
    id: 'WH-1',
    version: 1,
    title: 'Waste hierarchy',
    place: 'supply',
    bases: [basis('EEA', 'Directive 2008/98/EC, Article 4', '2010-12-12')],
    about: { all: [isStuff, isWaste, { stated: 'lower_in_waste_hierarchy' }] },
    answers: [
      {
        when: { fact: 'lower_in_waste_hierarchy', is: true },
        outcome: 'needs_permit',
        text: 'Lower in the hierarchy than today: only with reasons over the whole life cycle (Article 4(2)).',
      },
      { outcome: 'allowed', text: 'Not lower in the hierarchy than today.' },
    ],
    openText: 'Whether the route stands lower in the hierarchy is not known.',
  },
  {
    id: 'HZ-1',
    version: 2,
    title: 'Hazardous waste',
    place: 'both',
    bases: [
      basis('EEA', 'Decision 2000/532/EC (List of Waste) and Directive 2008/98/EC, Article 18', '2010-12-12'),
      {
        jurisdiction: 'EEA',
        clause: 'Directive 91/689/EEC on hazardous waste, Articles 1 to 4',
        validFrom: '1995-06-27',
        validTo: '2010-12-11',
      },
      basis('GB', 'Hazardous Waste (England and Wales) Regulations 2005', '2005-07-16'),
      basis('CH', 'Ordinance on Movements of Waste (SR 814.610), Articles 2 and 4', '2006-01-01'),
    ],
    about: hasCode,
    answers: [
      {
        when: { fact: 'entry_type', is: 'absolute_non_hazardous' },
        outcome: 'allowed',
        text: 'The code is not hazardous by definition.',
      },
      {
        when: {
          all: [
            { fact: 'entry_type', is: 'mirror' },
            { fact: 'hp_test_non_hazardous', is: true },
          ],
        },
        outcome: 'allowed',
        text: 'The code has a hazardous twin; tested: not hazardous.',
      },
      {
        when: { fact: 'receiver_use', in: ['farm', 'food'] },
        outcome: 'prohibited',
        text: 'Hazardous waste never goes to food, feed or soil.',
      },
      { outcome: 'needs_permit', text: 'Hazardous: permitted receiver, no dilution, no mixing.' },
    ],
    openText: 'Whether it is hazardous, or where hazardous waste would go, is not known.',
  },
  {
    id: 'SH-1',
    version: 3,
    title: 'Waste across a border',
    place: 'supply',
    bases: [
      {
        jurisdiction: 'EEA',
        clause: 'Regulation (EC) 1013/2006, Articles 3, 18 and 36',
        validFrom: '2007-07-12',
        validTo: '2026-05-20',
      },
      basis('EU', 'Regulation (EU) 2024/1157, Articles 4, 5, 11 and 18', '2026-05-21'),
      ...['IS', 'LI', 'NO'].map((country) =>
        basis(country, 'Regulation (EC) 1013/2006, Articles 3, 18 and 36, as taken over in the EEA', '2007-07-12'),
      ),
      basis('GB', 'Transfrontier Shipment of Waste Regulations 2007', '2007-07-12'),
      basis('CH', 'Ordinance on Movements of Waste (SR 814.610)', '2006-01-01'),
    ],
    about: { all: [isStuff, { not: { fact: 'border', is: false } }] },
    answers: [
      {
        when: {
          all: [
            { fact: 'border', is: true },
            { fact: 'is_waste', is: false },
          ],
        },
        outcome: 'allowed',
        text: 'Not waste, so no rule for shipments of waste applies.',
      },
      {
        when: {
          all: [
            isWaste,
            { fact: 'destination_oecd', is: false },
            {
              any: [
                { fact: 'entry_type', is: 'absolute_hazardous' },
                { fact: 'green_list', is: false },
              ],
            },
          ],
        },
        outcome: 'prohibited',
        text: 'Hazardous waste, and waste off the green list, does not leave for a country outside the OECD.',
      },
      {
        when: { all: [isWaste, { fact: 'entry_type', is: 'absolute_hazardous' }] },
        outcome: 'needs_permit',
        text: 'Hazardous waste crosses a border only with notification and consent.',
      },
      {
        when: { all: [isWaste, { fact: 'green_list', is: true }] },
        outcome: 'allowed',
        text: 'Green-listed waste for recovery crosses with its information form and contract.',
      },
      { outcome: 'needs_permit', text: 'Waste off the green list crosses only with notification and consent.' },
    ],
    openText: 'Whether waste crosses a border, and on which list it stands, decides.',
  },
];
