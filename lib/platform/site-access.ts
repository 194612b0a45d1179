import { onAccessChanged } from './access-changes.ts';
import { isOriginGranted, patternOf, removePattern, requestOrigin } from './sites.ts';

/** What the extension's own pages may do about access to sites. */
export const siteAccess = {
  patternOf,
  isGranted: isOriginGranted,
  request: requestOrigin,
  remove: removePattern,
  onChanged: onAccessChanged,
};
