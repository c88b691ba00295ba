import type { Metadata } from 'next';
import { readCity } from '../../../api/read-city.ts';
import { FactorsScreen } from '../../../features/factors/factors-screen.tsx';
import { readFactorPage } from '../../../features/factors/read-factors.ts';
import { BrandBar } from '../../../ui/brand-bar.tsx';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Factors' };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function FactorsPage({ searchParams }: Props) {
  const asked = await searchParams;
  const looked = typeof asked.q === 'string' ? asked.q.trim() : '';
  const onlyOwn = asked.own === '1';
  const [city, page] = await Promise.all([readCity(), readFactorPage(looked, onlyOwn)]);
  return (
    <>
      <BrandBar city={city.name} year={city.year} />
      <main>
        <FactorsScreen page={page} looked={looked} onlyOwn={onlyOwn} matches={city.counts.matches} />
      </main>
    </>
  );
}
