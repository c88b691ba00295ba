import { matchStory } from '@crg/story/match-story';
import { factorSources } from '@crg/story/provenance';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { apiOrigin } from '../../../api/api-origin.ts';
import { readChain, readCity } from '../../../api/read-city.ts';
import { MatchScreen } from '../../../features/match/match-screen.tsx';
import { BrandBar } from '../../../ui/brand-bar.tsx';

export const dynamic = 'force-dynamic';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const readAsked = cache(async (params: Props['params']) => readChain(decodeURIComponent((await params).id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const chain = await readAsked(params);
  return { title: chain ? matchStory(chain).title : 'No such chain' };
}

export default async function ChainPage({ params }: Props) {
  const [chain, city] = await Promise.all([readAsked(params), readCity()]);
  if (!chain) notFound();
  return (
    <>
      <BrandBar city={city.name} year={city.year} />
      <main>
        <MatchScreen story={matchStory(chain)} ranking={null} factors={factorSources(chain)} origin={apiOrigin()} />
      </main>
    </>
  );
}
