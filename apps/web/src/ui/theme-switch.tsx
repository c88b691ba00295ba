'use client';
// Light or dark: as the system says until somebody presses the button; the choice stays in this browser.
import { Moon, Sun } from 'lucide-react';
import { Button } from 'react-aria-components/Button';

export const themeEvent = 'crg:theme';

export function ThemeSwitch() {
  const turn = () => {
    const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('crg-theme', theme);
    window.dispatchEvent(new Event(themeEvent));
  };
  return (
    <Button className="ib js" aria-label="Light or dark theme" onPress={turn}>
      <Sun size={17} strokeWidth={1.75} aria-hidden className="on-dark" />
      <Moon size={17} strokeWidth={1.75} aria-hidden className="on-light" />
    </Button>
  );
}
