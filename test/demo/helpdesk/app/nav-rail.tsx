import { Icon, type IconName } from './icon.tsx';
import { followLink } from './route.ts';

const otherAreas: readonly (readonly [IconName, string])[] = [
  ['people', 'Customers'],
  ['phone', 'Calls'],
  ['chart', 'Reports'],
  ['gear', 'Admin'],
];

/** The products of the helpdesk down the left edge. Only the tickets lead anywhere in the demo. */
export function NavRail({ openCount }: { readonly openCount: number }) {
  return (
    <nav className="rail" aria-label="Helpdesk areas">
      <img className="rail-logo" src="/assets/larkfield.svg" alt="Larkfield" width="28" height="28" />
      <a
        className="rail-item"
        href="/tickets"
        aria-current="page"
        aria-label={`Tickets, ${openCount} to answer`}
        title="Tickets"
        onClick={followLink}
      >
        <Icon name="inbox" />
        {openCount > 0 && <span className="rail-count">{openCount}</span>}
      </a>
      {otherAreas.map(([icon, name]) => (
        <span key={icon} className="rail-item" title={`${name} (not in the demo)`}>
          <Icon name={icon} />
        </span>
      ))}
      <span className="rail-gap" />
      <span className="rail-item rail-bell" title="Notifications (not in the demo)">
        <Icon name="bell" />
      </span>
      <span className="avatar avatar-3" title="Robin Hale, online">
        RH
      </span>
    </nav>
  );
}
