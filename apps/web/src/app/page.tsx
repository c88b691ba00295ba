import type { Metadata } from 'next';
import { readCity, readFirstView } from '../api/read-city.ts';
import { CityScreen } from '../features/city/city-screen.tsx';
import { readView, writeView } from '../model/view-state.ts';

export const dynamic = 'force-dynamic';

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await readCity();
  return { title: { absolute: `${name} · City Resource Graph` } };
}

export default async function CityPage({ searchParams }: Props) {
  const asked = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const view = readView(new URLSearchParams(asked));
  const first = await readFirstView(view);
  // No Suspense around it: React would stream so large a part into a hidden place that only script can open.
  return <CityScreen first={first} address={writeView(view)} />;
}
