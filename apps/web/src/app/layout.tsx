import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './tokens.css';
import './base.css';

export const metadata: Metadata = {
  title: { default: 'City Resource Graph', template: '%s · City Resource Graph' },
  description:
    "Which companies of a city could use each other's heat, water and by-products, why, and what it is worth.",
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** Before the first paint, so that nobody sees the other theme flash by. Also says that script runs. */
const firstPaint = `{const s=localStorage.getItem('crg-theme');document.documentElement.dataset.theme=s||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light');document.documentElement.classList.add('script')}`;

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-theme="light" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: firstPaint }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
