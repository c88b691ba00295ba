// The bar on top of every page: what this is, which city, and the two switches that hold everywhere.
import { MapPin } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { SearchButton } from '../features/search/search-button.tsx';
import { MainNav } from './main-nav.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

export function BrandBar({ city, year, children }: { city: string; year: number | null; children?: ReactNode }) {
  return (
    <header className="top">
      <Link className="brand" href="/" prefetch={false}>
        <BrandMark />
        <span>City Resource Graph</span>
      </Link>
      <span className="city">
        <MapPin size={14} aria-hidden />
        {city}
        {year === null ? null : <span className="dim tn">{year}</span>}
      </span>
      <MainNav />
      <span className="sp" />
      <SearchButton />
      {children}
      <ThemeSwitch />
    </header>
  );
}

function BrandMark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
      <path d="M4.4 14.2C4.6 8 8.8 4.9 14 5" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M15.8 7c-.2 5.6-3.7 8.4-8.4 8.4" fill="none" stroke="currentColor" strokeWidth="1.8" opacity=".45" />
      <circle cx="4.2" cy="15.4" r="3" fill="currentColor" />
      <circle cx="15.6" cy="4.9" r="2.4" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  );
}
