import type { Metadata } from 'next';
import { Suspense } from 'react';
import { readCity, readOverview } from '../api/read-city.ts';
import { CityScreen } from '../features/city/city-screen.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await readCity();
  return { title: { absolute: `${name} · City Resource Graph` } };
}

export default async function CityPage() {
  const overview = await readOverview();
  return (
    <Suspense>
      <CityScreen initial={overview} />
    </Suspense>
  );
}
