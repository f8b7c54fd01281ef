import { useQuery } from "@tanstack/react-query";
import { fetchFile } from "@/api/client";
import { cx } from "@/lib/cx";
import { useObjectUrl } from "@/lib/useObjectUrl";
import { initialsOf } from "./OrganisationMark";

/** A person's picture, or the initials of their name, in a circle. Their name stands beside it. `avatar`: where the picture is; `shown`: one that is not sent yet. */
export function PersonMark({ name, avatar, shown, className }: { name: string; avatar: string | null; shown?: Blob | null; className?: string }) {
  const picture = useQuery({ queryKey: ["avatar", avatar], queryFn: async () => (await fetchFile(avatar!)).blob(), enabled: avatar !== null && !shown, staleTime: Infinity, retry: false });
  const url = useObjectUrl(shown ?? (avatar === null ? null : picture.data));
  return (
    <span aria-hidden className={cx("flex size-8 shrink-0 items-center justify-center overflow-hidden rounded-full bg-pressed text-xs font-medium", className)}>
      {url ? <img src={url} alt="" className="size-full object-cover" /> : initialsOf(name)}
    </span>
  );
}
