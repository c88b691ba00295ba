import type { Metadata } from 'next';
import { readCity, readOverview } from '../api/read-city.ts';
import { CityScreen } from '../features/city/city-screen.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await readCity();
  return { title: { absolute: `${name} · City Resource Graph` } };
}

export default async function CityPage() {
  const overview = await readOverview();
  // No Suspense around it: React would stream so large a part into a hidden place that only script can open.
  return <CityScreen initial={overview} />;
}
