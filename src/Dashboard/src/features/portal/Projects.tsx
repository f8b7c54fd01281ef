import { useInfiniteQuery } from "@tanstack/react-query";
import { FolderKanban } from "lucide-react";
import type { PortalProject } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { CardRows, EmptyState, Listed, Pill } from "@/ui";
import { messages } from "./messages";
import { projectsQuery } from "./queries";

/** What is built for the client. */
export function Projects() {
  const t = useText(messages);
  const list = useInfiniteQuery(projectsQuery);
  return (
    <Listed
      list={list}
      more={t("more")}
      empty={
        <EmptyState icon={<FolderKanban aria-hidden />} title={t("projectsNone")}>
          {t("projectsNoneHelp")}
        </EmptyState>
      }
    >
      {(items) => <CardRows label={t("view_projects")} items={items} rowKey={(one) => one.id} row={(one) => <Row project={one} />} />}
    </Listed>
  );
}

function Row({ project }: { project: PortalProject }) {
  const t = useText(messages);
  const { day } = useFormats();
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3">
      <span className="min-w-0 font-medium wrap-anywhere">{project.name}</span>
      <Pill tone={project.status === "completed" ? "good" : "open"}>{t(`project_${project.status}`)}</Pill>
      <span className="text-table wrap-anywhere text-muted sm:ml-auto">
        {project.category}
        {project.completedOn && ` · ${t("completedOn", { day: day(project.completedOn) })}`}
      </span>
    </div>
  );
}
