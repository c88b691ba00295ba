// Pipes and wires that leave a site, and what is dangerous in them.
import type { Condition } from '../condition.ts';
import type { PermitRule } from '../permit-rule.ts';
import { basis, isStatedFalse, isStatedTrue } from './phrases.ts';

/** Two sites, and nobody has said that the way stays on private land. */
const leavesTheSite: Condition = {
  all: [{ fact: 'same_site', is: false }, { not: isStatedFalse('crosses_public_land') }],
};
const isUnderPressure: Condition = {
  any: [
    { fact: 'family', is: 'steam' },
    { fact: 'above_110c', is: true },
  ],
};

export const networkRules: readonly PermitRule[] = [
  {
    id: 'HE-1',
    version: 4,
    title: 'Way and supply of heat, steam and cold',
    place: 'demand',
    bases: [
      basis('EEA', 'National law on ways and heat supply', '1990-01-01'),
      {
        ...basis('DK', 'Heat Supply Act (varmeforsyningsloven) and its order on projects', '2000-08-01'),
        note: 'In Denmark the municipality approves the project of a collective supply, and the price of surplus heat is regulated.',
      },
      basis('GB', 'New Roads and Street Works Act 1991', '1993-01-01'),
      basis('CH', 'Cantonal law on ways and energy', '1990-01-01'),
    ],
    about: { fact: 'family', in: ['heat', 'steam', 'cooling'] },
    answers: [
      {
        when: leavesTheSite,
        outcome: 'needs_permit',
        text: 'The pipe leaves the site: a right of way is needed.',
        easedBy: ['crosses_public_land'],
      },
      { outcome: 'allowed', text: 'Stays on private land.' },
    ],
    openText: 'Whether the pipe leaves the site is not known.',
  },
  {
    id: 'HE-2',
    version: 1,
    title: 'Pressure equipment',
    place: 'demand',
    bases: [
      { jurisdiction: 'EEA', clause: 'Directive 97/23/EC', validFrom: '1999-11-29', validTo: '2016-07-18' },
      basis('EEA', 'Directive 2014/68/EU', '2016-07-19'),
      basis('GB', 'Pressure Equipment (Safety) Regulations 2016', '2016-12-08'),
      basis('CH', 'Pressure Equipment Ordinance (SR 930.114)', '2016-07-19'),
    ],
    about: { fact: 'family', in: ['heat', 'steam'] },
    answers: [
      {
        when: isUnderPressure,
        outcome: 'needs_permit',
        text: 'Steam or above 110 °C: pressure equipment must be shown to conform.',
      },
      { outcome: 'allowed', text: 'Below 110 °C.' },
    ],
    openText: 'How hot it is decides whether pressure equipment law applies.',
  },
  {
    id: 'EL-1',
    version: 3,
    title: 'Electricity over a private wire',
    place: 'demand',
    bases: [
      {
        jurisdiction: 'EEA',
        clause: 'Directive 2009/72/EC, Articles 28 and 34',
        validFrom: '2011-03-03',
        validTo: '2020-12-31',
      },
      basis('EEA', 'Directive (EU) 2019/944, Articles 7 and 38', '2021-01-01'),
      basis('GB', 'Electricity Act 1989, section 4, and its class exemptions', '2001-10-01'),
    ],
    about: { fact: 'family', is: 'electricity' },
    answers: [
      {
        when: isStatedTrue('closed_distribution_system'),
        outcome: 'allowed',
        text: 'Both sides stand in one closed distribution system (Article 38).',
      },
      {
        outcome: 'needs_permit',
        text: 'A direct line or a closed system is authorised first.',
        easedBy: ['closed_distribution_system'],
      },
    ],
    openText: 'A direct line or a closed system is authorised first.',
  },
  {
    id: 'WL-1',
    version: 3,
    title: 'Water and gas in a pipe',
    place: 'demand',
    bases: [
      basis('EEA', 'National law on ways and planning', '1990-01-01'),
      basis('GB', 'New Roads and Street Works Act 1991 and planning law', '1993-01-01'),
      basis('CH', 'Cantonal law on ways and planning', '1990-01-01'),
    ],
    about: { all: [{ fact: 'family', in: ['gas', 'water'] }, leavesTheSite] },
    answers: [
      {
        outcome: 'needs_permit',
        text: 'The pipe leaves the site: a right of way is needed.',
        easedBy: ['crosses_public_land'],
      },
    ],
    openText: 'Whether the pipe leaves the site is not known.',
  },
];
