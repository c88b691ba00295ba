// Who is in the European Union: asked by the law that holds at a site and by the electricity that stands in for its own.

/** ISO 3166-1 alpha-2, since 2020. */
export const membersOfTheUnion: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);
