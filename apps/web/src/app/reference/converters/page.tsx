import type { ConverterList } from '@crg/api-contract/converter';
import type { Metadata } from 'next';
import { readApi, readCity } from '../../../api/read-city.ts';
import { ConverterCard } from '../../../features/reference/converter-card.tsx';
import { ReferencePage } from '../../../features/reference/reference-page.tsx';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Converters' };

export default async function ConvertersPage() {
  const [city, { data }] = await Promise.all([readCity(), readApi<ConverterList>('/api/v1/converters')]);
  return (
    <ReferencePage
      city={city}
      at="converters"
      title="Converters"
      says={`${data.length} technologies that turn a supply into what somebody else needs. A chain uses one of them, at the supplier’s site.`}
    >
      {data.map((converter) => (
        <ConverterCard key={converter.id} converter={converter} />
      ))}
    </ReferencePage>
  );
}
