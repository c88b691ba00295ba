'use client';
// The search box of every page: a button that looks like the field it opens. Ctrl or Cmd with K, or / alone.
import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { isLetterKey } from '../../ui/single-letters.ts';
import css from './search-button.module.css';

const SearchDialog = dynamic(() => import('./search-dialog.tsx').then(({ SearchDialog: Dialog }) => Dialog), {
  ssr: false,
});

export function SearchButton() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!isShortcut && !(event.key === '/' && isLetterKey(event))) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button className={`${css.field} js`} onPress={() => setOpen(true)}>
        <Search size={15} strokeWidth={1.75} aria-hidden />
        <span>Search or run a command</span>
        <kbd>Ctrl K</kbd>
      </Button>
      {open ? <SearchDialog close={() => setOpen(false)} /> : null}
    </>
  );
}
