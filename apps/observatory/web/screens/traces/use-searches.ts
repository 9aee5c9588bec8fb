import type {
  deleteSearch,
  listSearches,
  renameSearch,
  SavedSearch,
  SearchPage,
  saveSearch,
} from '@octo/contracts/observatory-searches.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const queryKey = ['searches'];

/** The searches that come with the observatory, and those that somebody saved. */
export function useSearches(page: SearchPage): readonly SavedSearch[] {
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => request<typeof listSearches>('GET /api/searches', { signal }),
  });
  return data?.searches.filter((search) => search.page === page) ?? [];
}

export function useSaving(onSaved: () => void) {
  return useChange(
    (body: { page: SearchPage; name: string; query: string }) =>
      request<typeof saveSearch>('POST /api/searches', { body }),
    onSaved,
  );
}

export function useRenaming(onRenamed: () => void) {
  return useChange(
    ({ id, name }: { id: string; name: string }) =>
      request<typeof renameSearch>('PATCH /api/searches/:searchId', { params: { searchId: id }, body: { name } }),
    onRenamed,
  );
}

export function useDeleting(onDeleted: (search: SavedSearch) => void) {
  return useChange(
    (searchId: string) => request<typeof deleteSearch>('DELETE /api/searches/:searchId', { params: { searchId } }),
    onDeleted,
  );
}

function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>, onDone: (answer: Answer) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      onDone(answer);
      await client.invalidateQueries({ queryKey });
    },
  });
}
