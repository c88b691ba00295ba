'use client';
// One file of several.
import type { ImportFile } from './import-requests.ts';

export function FileTabs({
  files,
  at,
  choose,
}: {
  files: readonly ImportFile[];
  at: number;
  choose(at: number): void;
}) {
  return (
    <nav aria-label="Files">
      <div className="seg" style={{ flexWrap: 'wrap', maxWidth: '100%' }}>
        {files.map((file, index) => (
          <button
            key={index}
            type="button"
            {...(index === at ? { 'aria-current': 'true' as const } : {})}
            onClick={() => choose(index)}
          >
            {file.name}
          </button>
        ))}
      </div>
    </nav>
  );
}
