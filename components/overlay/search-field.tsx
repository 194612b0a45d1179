import { useId } from 'react';
import { useTexts } from '../hooks/use-texts.tsx';
import { CloseIcon, SearchIcon } from '../ui/icons.tsx';

export function SearchField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { texts } = useTexts();
  const id = useId();
  return (
    <search className="search">
      <label htmlFor={id} className="visually-hidden">
        {texts.overlay.searchLabel}
      </label>
      <SearchIcon />
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        placeholder={texts.overlay.searchPlaceholder}
        data-part="search"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      {text && (
        <button
          type="button"
          className="icon-button"
          aria-label={texts.overlay.clearSearch}
          onClick={() => onChange('')}
        >
          <CloseIcon />
        </button>
      )}
    </search>
  );
}
