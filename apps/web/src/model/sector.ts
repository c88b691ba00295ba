// What a site does, from its NACE code: the word for readers and the name of the icon on its disc.

export type SectorIcon =
  | 'zap'
  | 'fuel'
  | 'flask'
  | 'bricks'
  | 'sprout'
  | 'heater'
  | 'waves'
  | 'droplets'
  | 'tractor'
  | 'fish'
  | 'shovel'
  | 'road'
  | 'recycle'
  | 'wheat'
  | 'ship'
  | 'truck'
  | 'building'
  | 'factory';

interface Sector {
  readonly icon: SectorIcon;
  readonly label: string;
}

/** Longest prefix first wins. Divisions and groups of NACE Rev. 2. */
const sectors: Readonly<Record<string, Sector>> = {
  '01': { icon: 'tractor', label: 'Farming' },
  '03': { icon: 'fish', label: 'Fishing and aquaculture' },
  '10': { icon: 'wheat', label: 'Food' },
  '11': { icon: 'wheat', label: 'Drinks' },
  '19': { icon: 'fuel', label: 'Refinery' },
  '20': { icon: 'flask', label: 'Chemicals' },
  '21': { icon: 'flask', label: 'Pharmaceuticals' },
  '23': { icon: 'bricks', label: 'Building materials' },
  '23.5': { icon: 'factory', label: 'Cement' },
  '35': { icon: 'zap', label: 'Energy' },
  '35.2': { icon: 'sprout', label: 'Gas' },
  '35.3': { icon: 'heater', label: 'Heat supply' },
  '36': { icon: 'droplets', label: 'Water supply' },
  '37': { icon: 'waves', label: 'Waste water' },
  '38': { icon: 'recycle', label: 'Waste and recovery' },
  '39': { icon: 'shovel', label: 'Soil remediation' },
  '42': { icon: 'road', label: 'Civil engineering' },
  '49': { icon: 'truck', label: 'Transport' },
  '50': { icon: 'ship', label: 'Shipping' },
  '52': { icon: 'truck', label: 'Logistics' },
  '84': { icon: 'building', label: 'Public administration' },
};

export function sectorOf(nace: readonly string[]): Sector {
  const [code = ''] = nace;
  for (let length = code.length; length >= 2; length -= 1) {
    const sector = sectors[code.slice(0, length)];
    if (sector) return sector;
  }
  return { icon: 'factory', label: code === '' ? 'Sector not stated' : 'Industry' };
}
