import { Button } from '@mantine/core';
import type { listUsers, User } from '@octo/contracts/crm/admin.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { useList } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SearchBox } from '@octo/ui/react/search-box.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { NotForYou } from '../../parts/not-for-you.tsx';
import { useCan } from '../../session/session.ts';
import { UserActions } from './user-actions.tsx';

export function UsersPage() {
  const can = useCan();
  return (
    <>
      <PageHeader title="Users" description="Who may sign in here. A change holds from their next request." />
      {can('users.manage') ? <Users /> : <NotForYou what="deciding who may do what" />}
    </>
  );
}

function Users() {
  const { values, set, isNarrowed, clear } = useListParams(['search']);
  const { search } = values;
  const list = useList({
    key: ['users', { search }],
    load: async (after, signal) => {
      const { users, next } = await request<typeof listUsers>('GET /api/admin/users', {
        query: { search, after, limit: 50 },
        signal,
      });
      return { rows: users, next };
    },
  });
  return (
    <>
      <Toolbar>
        <SearchBox
          label="Search users"
          placeholder="Username or e-mail"
          value={search}
          onChange={(text) => set('search', text)}
        />
      </Toolbar>
      <DataList
        label="Users"
        name="users"
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        card={(user) => (
          <CardLines title={user.username} about={[user.email, sessionsOf(user)]} badge={<RoleBadge user={user} />} />
        )}
        more={(user) => <UserActions user={user} />}
        empty={
          <Empty icon="users" title={isNarrowed ? 'Nobody by that name' : 'Nobody yet'}>
            <p>No account has this in its username or e-mail.</p>
            <Button variant="default" onClick={clear}>
              Show everybody
            </Button>
          </Empty>
        }
      />
    </>
  );
}

function RoleBadge({ user }: { user: User }) {
  if (!user.is_active) return <span className="badge badge-bad">Kept out</span>;
  if (user.role === null) return <span className="badge">No role</span>;
  return <span className="badge badge-info">{user.role}</span>;
}

function sessionsOf({ open_sessions: count }: User): string {
  return count === 0 ? 'Not signed in' : `${count} open ${count === 1 ? 'session' : 'sessions'}`;
}

const columns: Column<User>[] = [
  { key: 'username', title: 'Username', cell: ({ username }) => username },
  { key: 'email', title: 'E-mail', cell: ({ email }) => email, leaveOut: 2 },
  { key: 'role', title: 'Role', cell: (user) => <RoleBadge user={user} /> },
  { key: 'sessions', title: 'Sessions', cell: sessionsOf, leaveOut: 1 },
  {
    key: 'seen',
    title: 'Last sign-in',
    cell: ({ last_login_at: at }) => (at === null ? <span className="muted">Never</span> : <Instant at={at} />),
    isShort: true,
  },
];
