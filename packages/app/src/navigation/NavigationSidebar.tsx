import {
  Link,
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import MenuIcon from '@material-ui/icons/Menu';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import type { NavContentComponent } from '@backstage/plugin-app-react';

/** Marketplace, catalog and templates first; everything else by its title. */
export const NavigationSidebar: NavContentComponent = ({ navItems }) => {
  const items = navItems.withComponent(item => (
    <SidebarItem icon={() => item.icon} to={item.href} text={item.title} />
  ));
  // Reached through search in the catalog or by their own links.
  items.take('page:app/landing');
  items.take('page:catalog-import');

  return (
    <Sidebar>
      <Link
        to="/"
        aria-label="Promissory, to the marketplace"
        style={{ padding: '20px 22px' }}
      >
        <img src="/favicon.svg" alt="" width={28} height={28} />
      </Link>
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<MenuIcon />}>
        {items.take('page:promises')}
        {items.take('page:catalog')}
        {items.take('page:scaffolder')}
        <SidebarDivider />
        <SidebarScrollWrapper>
          {items.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {items.take('page:app-visualizer')}
        {items.take('page:user-settings')}
      </SidebarGroup>
    </Sidebar>
  );
};
