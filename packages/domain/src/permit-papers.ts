// The questions of the permit rules that only the parties' papers answer: yes, no, or not known.

export type Paper = (typeof permitPapers)[number]['id'];

/** `side`: on whose flow the answer is stated. */
export const permitPapers = [
  { id: 'contract_or_market', side: 'supply', question: 'Is its further use certain (a contract or a steady market)?' },
  {
    id: 'normal_processing_only',
    side: 'supply',
    question: 'Is it used with no more than normal industrial processing?',
  },
  { id: 'integral_part', side: 'supply', question: 'Does it arise as an integral part of a production process?' },
  {
    id: 'product_standard_met',
    side: 'supply',
    question: 'Does it meet the product, environment and health rules for its use?',
  },
  {
    id: 'end_of_waste_met',
    side: 'supply',
    question: 'Does it meet end-of-waste criteria, or is there a decision that it does?',
  },
  {
    id: 'hp_test_non_hazardous',
    side: 'supply',
    question: 'Has a test of the hazardous properties (HP 1 to 15) found it not hazardous?',
  },
  { id: 'green_list', side: 'supply', question: 'Is it on the green list for shipment (Annex III, IIIA or IIIB)?' },
  { id: 'carrier_registered', side: 'supply', question: 'Is its carrier registered for waste?' },
  { id: 'feed_business_registration', side: 'supply', question: 'Is the supplier registered as a feed business?' },
  { id: 'sds_available', side: 'supply', question: 'Is there a safety data sheet?' },
  { id: 'reach_registered', side: 'supply', question: 'Is the substance registered under REACH?' },
  { id: 'purity_certificate', side: 'supply', question: 'Is there a certificate of purity for food?' },
  { id: 'animal_origin', side: 'supply', question: 'Does any of it come from animals?' },
  {
    id: 'animal_category_1',
    side: 'supply',
    question: 'Is it category 1 material (Regulation (EC) 1069/2009, Article 8)?',
  },
  {
    id: 'lower_in_waste_hierarchy',
    side: 'supply',
    question: "Would this route stand lower in the waste hierarchy than today's?",
  },
  { id: 'pathogens_below_limits', side: 'supply', question: 'Are pathogens below the limits for spreading on land?' },
  { id: 'crosses_public_land', side: 'supply', question: 'Does the way leave private land?' },
  { id: 'receiver_permit_codes', side: 'demand', question: "Does the receiver's permit cover this waste code?" },
  {
    id: 'receiver_approval',
    side: 'demand',
    question: 'Is the plant approved for animal by-products of this category?',
  },
  {
    id: 'burnt_or_buried_as_authorised',
    side: 'demand',
    question: 'Is it burnt, used as a fuel or buried in an authorised plant?',
  },
  { id: 'used_as_feed', side: 'demand', question: 'Is it fed to farmed animals?' },
  { id: 'haccp', side: 'demand', question: 'Does a hazard analysis (HACCP) cover its use in food?' },
  { id: 'water_risk_plan', side: 'demand', question: 'Is there a risk management plan for reused water?' },
  {
    id: 'closed_distribution_system',
    side: 'demand',
    question: 'Do both sides stand in one closed distribution system?',
  },
] as const;
