'use client';
// The places of the product: the city as it is, and how data come in.
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import css from './main-nav.module.css';

const places = [
  { href: '/', label: 'City', covers: ['/', '/matches', '/near-misses', '/chains'] },
  { href: '/import', label: 'Data', covers: ['/import', '/data', '/reference'] },
] as const;

export function MainNav() {
  const path = usePathname();
  const here = (covers: readonly string[]) =>
    covers.some((start) => path === start || (start !== '/' && path.startsWith(`${start}/`)));
  return (
    <nav className={css.nav} aria-label="Main">
      {places.map(({ href, label, covers }) => (
        <Link key={href} href={href} prefetch={false} aria-current={here(covers) ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
