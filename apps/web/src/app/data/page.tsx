import type { Metadata } from 'next';
import { readCity } from '../../api/read-city.ts';
import { readRecordPage } from '../../features/entry/read-records.ts';
import { kinds, RecordList } from '../../features/entry/record-list.tsx';
import { BrandBar } from '../../ui/brand-bar.tsx';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Data by hand' };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function DataPage({ searchParams }: Props) {
  const asked = await searchParams;
  const kind = kinds.find((one) => one === asked.kind) ?? 'flows';
  const looked = typeof asked.q === 'string' ? asked.q.trim() : '';
  const cursor = typeof asked.cursor === 'string' ? asked.cursor : null;
  const [city, page] = await Promise.all([readCity(), readRecordPage(kind, looked, cursor)]);
  return (
    <>
      <BrandBar city={city.name} year={city.year} />
      <main>
        <RecordList kind={kind} looked={looked} page={page} counts={city.counts} />
      </main>
    </>
  );
}
