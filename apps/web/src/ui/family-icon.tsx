// A family is hue and icon together; the hue never carries text.
import type { Family } from '@crg/api-contract/family';
import { familyLabel } from '@crg/story/families';
import {
  Box,
  CloudFog,
  Cylinder,
  Droplet,
  Flame,
  type LucideIcon,
  Snowflake,
  Sprout,
  Truck,
  Warehouse,
  Wrench,
  Zap,
} from 'lucide-react';
import type { CSSProperties } from 'react';

export const familyIcons: Readonly<Record<Family, LucideIcon>> = {
  heat: Flame,
  steam: CloudFog,
  cooling: Snowflake,
  electricity: Zap,
  water: Droplet,
  gas: Cylinder,
  material: Box,
  organic: Sprout,
  service: Wrench,
  logistics: Truck,
  space: Warehouse,
};

export function familyColour(family: Family): CSSProperties {
  return { '--c': `var(--f-${family})` } as CSSProperties;
}

/** Decorative when the family's name stands beside it (`named`). */
export function FamilyIcon({ family, size = 20, named }: { family: Family; size?: number; named: boolean }) {
  const Icon = familyIcons[family];
  return (
    <span className="fam" style={{ ...familyColour(family), width: size, height: size }}>
      <Icon size={Math.round(size * 0.65)} strokeWidth={2} aria-hidden />
      {named ? null : <span className="vh">{familyLabel(family)}</span>}
    </span>
  );
}
