import { type DragEvent, useRef, useState } from 'react';
import { useTexts } from '#components/hooks/use-texts.tsx';
import type { PickedFile } from '#lib/messaging/page-work.ts';
import { ACCEPTED, droppedFiles, pickedFiles } from './dropped-files.ts';

interface FileDropProps {
  isDisabled: boolean;
  onFiles: (files: readonly PickedFile[]) => void;
}

interface PickerProps extends FileDropProps {
  label: string;
  isFolder: boolean;
}

function Picker({ label, isFolder, isDisabled, onFiles }: PickerProps) {
  const input = useRef<HTMLInputElement | null>(null);
  return (
    <>
      <button
        type="button"
        className={isFolder ? '' : 'primary'}
        disabled={isDisabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
      <input
        type="file"
        hidden
        multiple
        accept={isFolder ? undefined : ACCEPTED}
        ref={(element) => {
          input.current = element;
          if (element !== null) element.webkitdirectory = isFolder;
        }}
        onChange={({ target }) => {
          const files = pickedFiles(target.files ?? []);
          // Else the same file, corrected, could not be chosen again.
          target.value = '';
          onFiles(files);
        }}
      />
    </>
  );
}

/** Takes files by picker, a folder by picker, or either by drag and drop. */
export function FileDrop({ isDisabled, onFiles }: FileDropProps) {
  const { texts } = useTexts();
  const [isOver, setIsOver] = useState(false);
  const allow = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(!isDisabled);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    if (!isDisabled) void droppedFiles(event.dataTransfer).then(onFiles);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra for the pointer; the buttons inside do the same
    <div
      className={`drop stack ${isOver ? 'over' : ''}`}
      onDragOver={allow}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p>{texts.importer.drop}</p>
      <div className="row">
        <Picker label={texts.importer.chooseFiles} isFolder={false} isDisabled={isDisabled} onFiles={onFiles} />
        <Picker label={texts.importer.chooseFolder} isFolder isDisabled={isDisabled} onFiles={onFiles} />
      </div>
      <p className="muted">{texts.importer.formats}</p>
    </div>
  );
}
