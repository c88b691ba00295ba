// One site as the map names and draws it.
import type { SiteMark } from '@crg/api-contract/map';

export type SiteRole = 'supply' | 'demand' | 'both' | 'none';

export interface MapSite {
  readonly id: string;
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly role: SiteRole;
  readonly nace: readonly string[];
  /** The source says that the point is not the exact place. */
  readonly approximate: boolean;
}

/**
 * People know companies, so of an organization's sites in view the one with most flows goes by the company's name, the
 * others by their own.
 */
export function mapSites(marks: readonly SiteMark[]): readonly MapSite[] {
  const main = new Map<string, SiteMark>();
  for (const mark of marks) {
    const known = main.get(mark.organization.id);
    if (!known || flowsAt(mark) > flowsAt(known)) main.set(mark.organization.id, mark);
  }
  return marks.map((mark) => {
    const { id, organization, longitude, latitude, approximate } = mark;
    const names = main.get(organization.id) === mark ? [organization.name, mark.name] : [mark.name, organization.name];
    return {
      id,
      name: names.find((name) => name !== '') ?? id,
      longitude,
      latitude,
      role: roleOf(mark),
      nace: organization.nace,
      approximate,
    };
  });
}

function roleOf({ families }: SiteMark): SiteRole {
  const gives = families.some(({ supplies }) => supplies > 0);
  const takes = families.some(({ demands }) => demands > 0);
  if (gives && takes) return 'both';
  return gives ? 'supply' : takes ? 'demand' : 'none';
}

function flowsAt({ families }: SiteMark): number {
  return families.reduce((sum, { supplies, demands }) => sum + supplies + demands, 0);
}
