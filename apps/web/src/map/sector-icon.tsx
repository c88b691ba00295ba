// The icon on a site's disc.
import {
  Beaker,
  BrickWall,
  Building2,
  Construction,
  Droplets,
  Factory,
  Fish,
  Fuel,
  Heater,
  type LucideIcon,
  Recycle,
  Ship,
  Shovel,
  Sprout,
  Tractor,
  Truck,
  Waves,
  Wheat,
  Zap,
} from 'lucide-react';
import type { SectorIcon as Name } from '../model/sector.ts';

const icons: Readonly<Record<Name, LucideIcon>> = {
  zap: Zap,
  fuel: Fuel,
  flask: Beaker,
  bricks: BrickWall,
  sprout: Sprout,
  heater: Heater,
  waves: Waves,
  droplets: Droplets,
  tractor: Tractor,
  fish: Fish,
  shovel: Shovel,
  road: Construction,
  recycle: Recycle,
  wheat: Wheat,
  ship: Ship,
  truck: Truck,
  building: Building2,
  factory: Factory,
};

export function SectorIcon({ name, size = 16 }: { name: Name; size?: number }) {
  const Icon = icons[name];
  return <Icon x={-size / 2} y={-size / 2} size={size} strokeWidth={1.75} aria-hidden />;
}
