'use client';
// The line above the list: the city has changed, or the server does not answer.
import { WifiOff } from 'lucide-react';
import css from './city-screen.module.css';
import type { News } from './use-news.ts';

interface Props {
  readonly news: News;
  readonly failed: boolean;
  /** ISO time of what is shown. */
  readonly readAt: string;
}

export function NewsLine({ news, failed, readAt }: Props) {
  if (failed) {
    const time = new Date(readAt).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    return (
      <div className={css.news} role="status">
        <WifiOff size={14} aria-hidden />
        <span>
          The server does not answer. Showing {news.city.name} as of {time}.
        </span>
        <button type="button" className="btn s" onClick={news.retry}>
          Try again
        </button>
      </div>
    );
  }
  if (news.text === null) return null;
  return (
    <div className={css.news} role="status">
      <span>{news.text}</span>
      <button type="button" className="btn s" onClick={news.show}>
        Show
      </button>
    </div>
  );
}
