// Sections of NACE Rev. 2 in short words, by the first two digits: the coarsest level at which a city can be seen.

/** First and last division of each section, in order. */
const sections: readonly (readonly [number, number, string])[] = [
  [1, 3, 'Farming, forestry, fishing'],
  [5, 9, 'Mining'],
  [10, 33, 'Manufacturing'],
  [35, 35, 'Energy'],
  [36, 39, 'Water and waste'],
  [41, 43, 'Construction'],
  [45, 47, 'Trade'],
  [49, 53, 'Transport and storage'],
  [55, 56, 'Hotels and food service'],
  [58, 63, 'Information'],
  [64, 68, 'Finance and property'],
  [69, 82, 'Business services'],
  [84, 84, 'Public administration'],
  [85, 88, 'Education and health'],
  [90, 99, 'Other services'],
];

export function economicGroup(nace: readonly string[]): string {
  const division = Number.parseInt(nace[0] ?? '', 10);
  return sections.find(([first, last]) => division >= first && division <= last)?.[2] ?? 'Sector not stated';
}
