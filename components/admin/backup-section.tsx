import { useRef, useState } from 'react';
import { usePageFiles } from '#components/hooks/page-files.tsx';
import { usePageWork } from '#components/hooks/page-work.tsx';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { fill } from '#lib/i18n/texts.ts';
import { WorkStatus } from './work-status.tsx';

function RestoreButton() {
  const { texts } = useTexts();
  const { work, start } = usePageWork();
  const { keepStorage } = usePageFiles();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  return (
    <div>
      <button type="button" disabled={work.state === 'running'} onClick={() => input.current?.click()}>
        {texts.backup.restore}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".jsonl"
        onChange={({ target }) => {
          setFile(target.files?.[0] ?? null);
          target.value = '';
        }}
      />
      {file && (
        <ConfirmDialog
          title={texts.backup.confirmTitle}
          text={fill(texts.backup.confirmText, { file: file.name })}
          action={texts.backup.confirm}
          onConfirm={() => {
            keepStorage();
            start({ kind: 'restore', file });
          }}
          onClose={() => setFile(null)}
        />
      )}
    </div>
  );
}

/** Everything stored, to a file and back. */
export function BackupSection() {
  const { texts } = useTexts();
  const { work, start } = usePageWork();
  return (
    <>
      <h1 tabIndex={-1}>{texts.backup.title}</h1>
      <p className="muted">{texts.backup.intro}</p>
      <WorkStatus section="backup" />
      <section className="card stack" aria-labelledby="save-title">
        <h2 id="save-title">{texts.backup.saveTitle}</h2>
        <p>{texts.backup.internalNote}</p>
        <div>
          <button
            type="button"
            className="primary"
            disabled={work.state === 'running'}
            onClick={() => start({ kind: 'back-up' })}
          >
            {texts.backup.save}
          </button>
        </div>
      </section>
      <section className="card stack" aria-labelledby="restore-title">
        <h2 id="restore-title">{texts.backup.restoreTitle}</h2>
        <p>{texts.backup.restoreText}</p>
        <RestoreButton />
      </section>
    </>
  );
}
