import { useId, useState } from 'react';
import { usePageFiles } from '#components/hooks/page-files.tsx';
import { usePageWork } from '#components/hooks/page-work.tsx';
import { useTexts } from '#components/hooks/use-texts.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Visibility } from '#lib/domain/kb/article.ts';
import type { PickedFile } from '#lib/messaging/page-work.ts';
import { FileDrop } from './file-drop.tsx';
import { languageName } from './language-name.ts';

const LANGUAGES = ['en', 'ro', 'zh-Hans', 'zh-Hant'] as const;

interface Defaults {
  readonly visibility: Visibility;
  readonly language: string;
  readonly isReplacing: boolean;
}

function DefaultFields({ value, onChange }: { value: Defaults; onChange: (value: Defaults) => void }) {
  const { texts, locale } = useTexts();
  const { importer } = texts;
  const id = useId();
  return (
    <fieldset className="stack">
      <legend>{importer.ifNotStated}</legend>
      <div className="row fields">
        <span className="row">
          <label htmlFor={`${id}-visibility`}>{importer.visibility}</label>
          <select
            id={`${id}-visibility`}
            value={value.visibility}
            onChange={({ target }) =>
              onChange({ ...value, visibility: target.value === 'internal' ? 'internal' : 'public' })
            }
          >
            <option value="public">{importer.public}</option>
            <option value="internal">{importer.internal}</option>
          </select>
        </span>
        <span className="row">
          <label htmlFor={`${id}-language`}>{importer.language}</label>
          <select
            id={`${id}-language`}
            value={value.language}
            onChange={({ target }) => onChange({ ...value, language: target.value })}
          >
            <option value="und">{importer.fromText}</option>
            {LANGUAGES.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag, locale)}
              </option>
            ))}
          </select>
        </span>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={value.isReplacing}
          onChange={({ target }) => onChange({ ...value, isReplacing: target.checked })}
        />
        {importer.replaceAll}
      </label>
    </fieldset>
  );
}

/** Imports the files that the person gives, with what to assume where they say nothing. */
export function ImportPanel() {
  const { texts } = useTexts();
  const { work, start } = usePageWork();
  const { keepStorage } = usePageFiles();
  const [defaults, setDefaults] = useState<Defaults>({ visibility: 'public', language: 'und', isReplacing: false });
  const [isEmpty, setIsEmpty] = useState(false);
  const take = (files: readonly PickedFile[]): void => {
    setIsEmpty(files.length === 0);
    if (files.length === 0) return;
    keepStorage();
    start({ kind: 'import', files, ...defaults });
  };
  return (
    <div className="stack">
      <FileDrop isDisabled={work.state === 'running'} onFiles={take} />
      {isEmpty && <Notice tone="warn">{texts.importer.noFiles}</Notice>}
      <DefaultFields value={defaults} onChange={setDefaults} />
      <details>
        <summary>{texts.importer.fieldsTitle}</summary>
        <p className="muted">{texts.importer.fieldsText}</p>
      </details>
    </div>
  );
}
