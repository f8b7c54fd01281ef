import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import { toast } from "@/ui";

/** Takes an import back as a whole. */
export function useUndoImport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (importId: string) => ask(api.POST("/api/imports/{id}/undo", { params: { path: { id: importId } } })),
    onError: (error) => toast.error(error),
    onSettled: () => Promise.all([keys.imports, keys.groups, keys.facilities, keys.records].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
