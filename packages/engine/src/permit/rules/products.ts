// Substances placed on the market, reused water, carbon dioxide for food.
import type { PermitRule } from '../permit-rule.ts';
import { allTrue, anyRefused, basis, hasNoCode, onFarm } from './phrases.ts';

const registration = ['sds_available', 'reach_registered'] as const;
const foodGrade = ['purity_certificate', 'haccp'] as const;
const usedWater = ['water.cooling', 'water.process', 'water.treated', 'water.wastewater', 'water.stormwater'] as const;

export const productRules: readonly PermitRule[] = [
  {
    id: 'RE-1',
    version: 2,
    title: 'Registration of substances',
    place: 'both',
    bases: [
      basis('EEA', 'Regulation (EC) 1907/2006, Article 2 and Annex V', '2008-06-01'),
      basis('GB', 'Retained Regulation (EC) 1907/2006 (UK REACH)', '2021-01-01'),
    ],
    about: { all: [{ fact: 'family', is: 'material' }, { any: [hasNoCode, { fact: 'is_waste', is: false }] }] },
    answers: [
      {
        when: anyRefused(registration),
        outcome: 'needs_permit',
        text: 'A by-product sold from 1 t a year is registered first.',
      },
      { when: allTrue(registration), outcome: 'allowed', text: 'Registered, with a safety data sheet.' },
    ],
    openText: 'A by-product sold from 1 t a year needs a registration.',
  },
  {
    id: 'WA-1',
    version: 3,
    title: 'Reused water for irrigation',
    place: 'demand',
    bases: [
      { jurisdiction: 'EEA', clause: 'National water law', validFrom: '2000-12-22', validTo: '2023-06-25' },
      basis('EU', 'Regulation (EU) 2020/741, Article 6', '2023-06-26'),
      basis('NO', 'Pollution Control Act (forurensningsloven), section 11', '1983-10-01'),
      basis('GB', 'Environmental Permitting Regulations 2016, water discharge activities', '2017-01-01'),
    ],
    about: { all: [{ fact: 'resource_type', in: usedWater }, onFarm] },
    answers: [{ outcome: 'needs_permit', text: 'Irrigation with reused water takes a permit and a risk plan.' }],
    openText: 'Whether reused water is for irrigation decides which law applies.',
  },
  {
    id: 'WA-2',
    version: 1,
    title: 'Reused water in industry',
    place: 'demand',
    bases: [
      basis('EEA', 'National water law on discharge permits, under Directive 2000/60/EC', '2000-12-22'),
      basis('GB', 'Environmental Permitting Regulations 2016, water discharge activities', '2017-01-01'),
    ],
    about: { all: [{ fact: 'resource_type', in: usedWater }, { not: onFarm }] },
    answers: [
      { outcome: 'needs_permit', text: 'Reuse in industry changes the discharge permit and follows national law.' },
    ],
    openText: 'What used water is for decides who permits it.',
  },
  {
    id: 'GA-1',
    version: 2,
    title: 'Carbon dioxide for food',
    place: 'demand',
    bases: [basis('EEA', 'Regulation (EU) 231/2012 (E 290)', '2012-12-01')],
    about: {
      all: [
        { fact: 'resource_type', is: 'gas.co2' },
        { fact: 'receiver_use', is: 'food' },
      ],
    },
    answers: [
      { when: anyRefused(foodGrade), outcome: 'needs_permit', text: 'It is certified for food first.' },
      { when: allTrue(foodGrade), outcome: 'allowed', text: 'Certified for food.' },
    ],
    openText: 'Carbon dioxide for food needs a certificate of purity.',
  },
];
