import type { PageFiles } from '#components/hooks/page-files.tsx';

/** A download reads its blob after the click; nothing tells when it has. */
const BLOB_KEPT_MS = 600_000;
const SAMPLE = 'sample-articles.json';

export const pageFiles: PageFiles = {
  save(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), BLOB_KEPT_MS);
  },
  async sampleArticles() {
    const answer = await fetch(`/${SAMPLE}`);
    return new File([await answer.blob()], SAMPLE);
  },
  keepStorage() {
    // A refusal changes nothing: the browser then clears our storage only when the disk is all but full.
    void navigator.storage.persist().catch(() => false);
  },
};
