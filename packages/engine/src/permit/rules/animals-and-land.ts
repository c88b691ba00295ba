// Animal by-products, feed, and what is spread on land.
import type { PermitRule } from '../permit-rule.ts';
import { basis, isStatedTrue, onFarm } from './phrases.ts';

const spreadable = [
  'organic.biosludge',
  'organic.sewage_sludge',
  'organic.digestate',
  'organic.manure',
  'organic.biomass_residue',
] as const;
const fodder = ['organic.spent_grain', 'organic.yeast_slurry'] as const;

/** mg Cd per kg of dry matter that sludge may hold on land; the Union's is the upper end of its Directive's range. */
const cadmium = (milligrams: number) => ({ cadmium_mg_kg: milligrams });

export const animalAndLandRules: readonly PermitRule[] = [
  {
    id: 'AB-1',
    version: 3,
    title: 'Animal by-products',
    place: 'demand',
    bases: [
      basis('EEA', 'Regulation (EC) 1069/2009, Articles 8 to 14 and 24', '2011-03-04'),
      basis('GB', 'Animal By-Products (Enforcement) (England) Regulations 2013', '2014-01-01'),
    ],
    about: { all: [{ fact: 'family', is: 'organic' }, { not: { fact: 'animal_category', is: 0 } }] },
    answers: [
      {
        when: {
          all: [
            { fact: 'animal_category', is: 1 },
            { fact: 'burnt_or_buried_as_authorised', is: false },
          ],
        },
        outcome: 'prohibited',
        text: 'Category 1 may only be burnt or buried as authorised (Article 12).',
      },
      {
        when: { all: [{ fact: 'resource_type', is: 'organic.food_waste' }, isStatedTrue('used_as_feed')] },
        outcome: 'prohibited',
        text: 'Kitchen waste is not fed to farmed animals (Article 11).',
      },
      {
        when: isStatedTrue('receiver_approval'),
        outcome: 'allowed',
        text: 'The receiver is approved for this category.',
      },
      {
        outcome: 'needs_permit',
        text: 'Animal by-products go only to an approved plant or use (Article 24).',
        easedBy: ['receiver_approval'],
      },
    ],
    openText: 'Whether it comes from animals, or how category 1 ends, is not stated.',
  },
  {
    id: 'FD-1',
    version: 2,
    title: 'Feed',
    place: 'demand',
    bases: [basis('EEA', 'Regulations (EC) 183/2005 and 767/2009', '2010-09-01')],
    about: { all: [{ fact: 'resource_type', in: fodder }, onFarm] },
    answers: [
      {
        when: { fact: 'feed_business_registration', is: true },
        outcome: 'allowed',
        text: 'The supplier is a registered feed business.',
      },
      { outcome: 'needs_permit', text: 'The supplier registers as a feed business first.' },
    ],
    openText: 'Feed comes only from a registered feed business.',
  },
  {
    id: 'FE-1',
    version: 2,
    title: 'Spreading on land',
    place: 'demand',
    bases: [
      basis('EU', 'Directive 86/278/EEC, Annex I B', '1989-06-18', cadmium(40)),
      basis('DK', 'Executive order on waste for agricultural use (BEK 1001/2018), Annex 2', '2018-07-01', cadmium(0.8)),
      basis(
        'DE',
        'Sewage sludge ordinance (AbfKlärV) with fertiliser ordinance (DüMV), Annex 2',
        '2017-10-03',
        cadmium(1.5),
      ),
      basis('NL', 'Decree on fertilisers (Uitvoeringsbesluit Meststoffenwet)', '2008-01-01', cadmium(1.25)),
      basis('SE', 'Ordinance 1998:944, section 20', '1998-10-01', cadmium(2)),
      basis('FI', 'Decree of the Ministry of Agriculture 24/11, Annex IV', '2011-09-13', cadmium(1.5)),
      basis('FR', 'Order of 8 January 1998, Annex I', '1998-02-01', cadmium(10)),
      basis(
        'NO',
        'Regulation on fertiliser products (FOR-2003-07-04-951), section 10, class II',
        '2003-09-01',
        cadmium(2),
      ),
    ],
    about: { all: [{ fact: 'resource_type', in: spreadable }, onFarm] },
    answers: [
      {
        when: { fact: 'cadmium_mg_kg', above: 'limit' },
        outcome: 'prohibited',
        text: 'More cadmium than may be spread on land.',
      },
      {
        when: { all: [{ stated: 'pathogens_below_limits' }, { fact: 'pathogens_below_limits', is: false }] },
        outcome: 'prohibited',
        text: 'Pathogens above the limits for spreading on land.',
      },
      { outcome: 'needs_permit', text: 'Spread on land under a spreading plan; the authority may set lower limits.' },
    ],
    openText: 'Spread on land only within limits for metals.',
  },
  {
    id: 'FE-2',
    version: 1,
    title: 'Sewage sludge on land in Switzerland',
    particular: true,
    place: 'demand',
    bases: [basis('CH', 'Chemical Risk Reduction Ordinance (SR 814.81), Annex 2.6', '2006-10-01')],
    about: { all: [{ fact: 'resource_type', is: 'organic.sewage_sludge' }, onFarm] },
    answers: [{ outcome: 'prohibited', text: 'Sewage sludge is not spread on land in Switzerland.' }],
    openText: 'Sewage sludge is not spread on land in Switzerland; what the receiver does with it is not known.',
  },
];
