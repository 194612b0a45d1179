import { useTexts } from '#components/hooks/use-texts.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { ImportError } from '#lib/domain/kb/import/import-error.ts';
import { fill } from '#lib/i18n/texts.ts';
import { importErrorText } from './import-error-text.ts';
import { joinSentences } from './join-sentences.ts';

interface ImportReportProps {
  errors: readonly ImportError[];
  /** All there were; `errors` holds the first of them. */
  errorCount: number;
}

/** The report of a refused import: where each problem stands and what it is. */
export function ImportReport({ errors, errorCount }: ImportReportProps) {
  const { texts, count, locale } = useTexts();
  const { importer } = texts;
  const number = new Intl.NumberFormat(locale);
  return (
    <div className="stack">
      <Notice tone="error">{joinSentences(locale, count(importer.refused, errorCount), importer.refusedHint)}</Notice>
      {errorCount > errors.length && <p>{fill(importer.firstErrors, { count: number.format(errors.length) })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="table-frame" aria-label={importer.problems} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{importer.file}</th>
              <th scope="col" className="number">
                {importer.line}
              </th>
              <th scope="col">{importer.field}</th>
              <th scope="col">{importer.problem}</th>
            </tr>
          </thead>
          <tbody>
            {errors.map((error) => (
              <tr key={`${error.file}:${error.line}:${error.field}:${error.code}:${error.detail}`}>
                <td className="file">{error.file}</td>
                <td className="number">{error.line === null ? '–' : number.format(error.line)}</td>
                <td>{error.field === null ? '–' : <code>{error.field}</code>}</td>
                <td>
                  {importErrorText(texts, error, locale)}
                  {error.detail !== undefined && error.detail !== '' && (
                    <span className="muted detail">{fill(importer.found, { detail: error.detail })}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
