import { pairOfMatchId } from '@crg/api-contract/match-id';
import { nearMissStory } from '@crg/story/near-miss-story';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readChainOf, readCity, readNearMiss } from '../../../api/read-city.ts';
import { NearMissScreen } from '../../../features/match/near-miss-screen.tsx';
import { BrandBar } from '../../../ui/brand-bar.tsx';

export const dynamic = 'force-dynamic';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const readAsked = cache(async (params: Props['params']) => {
  const id = decodeURIComponent((await params).id);
  const pair = pairOfMatchId(id);
  if (!pair) return null;
  const [miss, chain] = await Promise.all([readNearMiss(id, pair.supplyId), readChainOf(pair)]);
  return miss && { miss, chain };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await readAsked(params);
  return { title: asked ? `Near miss: ${nearMissStory(asked.miss).title}` : 'No such near miss' };
}

export default async function NearMissPage({ params }: Props) {
  const [asked, city] = await Promise.all([readAsked(params), readCity()]);
  if (!asked) notFound();
  return (
    <>
      <BrandBar city={city.name} year={city.year} />
      <main>
        <NearMissScreen story={nearMissStory(asked.miss)} chain={asked.chain} />
      </main>
    </>
  );
}
