import { useState } from "react";
import { Dialog } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { Building2, FilePenLine, FileText, Folder, Search, User, Zap } from "lucide-react";
import { useMayAny } from "@/api/may";
import { clientsQuery, facilitiesQuery, groupsQuery, invoicesQuery, quotesQuery } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { Kbd, useCommandList } from "@/ui";
import { messages } from "./messages";
import { pages } from "./navigation";
import { PaletteActions } from "./PaletteActions";

const heading = "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted";
const item = "flex h-9 items-center gap-2.5 rounded-md px-2 text-sm select-none data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:text-muted";

/** Ctrl-K: pages, actions of the page, groups and facilities. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useText(messages);
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const commands = useCommandList();
  const may = useMayAny();
  const groups = useQuery(groupsQuery());
  const facilities = useQuery({ ...facilitiesQuery({ search: query.trim(), limit: 20 }), enabled: query.trim().length > 1 });
  const clients = useQuery({ ...clientsQuery({ search: query.trim(), limit: 10 }), enabled: query.trim().length > 1 && may("invoicing.see") });
  const invoices = useQuery({ ...invoicesQuery({ search: query.trim() }), enabled: query.trim().length > 1 && may("invoicing.see") });
  const quotes = useQuery({ ...quotesQuery(query.trim()), enabled: query.trim().length > 1 && may("invoicing.see") });
  const pick = (run: () => void) => () => {
    onClose();
    run();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop fixed inset-0 z-40" />
        <Dialog.Popup aria-label={t("palette")} className="popup fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-1.5rem)] max-w-xl -translate-x-1/2 overflow-hidden outline-none">
          <Command label={t("palette")} loop>
            <div className="flex items-center gap-2 border-b border-line px-3">
              <Search aria-hidden className="size-4 text-muted" />
              <Command.Input value={query} onValueChange={setQuery} placeholder={t("paletteHint")} className="h-11 min-w-0 flex-1 bg-transparent text-sm outline-none placeholder:text-faint" />
              <Kbd keys="escape" />
            </div>
            <Command.List label={t("palette")} className="max-h-[50vh] overflow-y-auto p-1.5">
              <Command.Empty className="px-2 py-6 text-center text-muted">{t("nothing", { query })}</Command.Empty>
              <Command.Group heading={t("pages")} className={heading}>
                {pages.filter((page) => may(page.needs)).map((page) => (
                  <Command.Item key={page.text} value={`page ${t(page.text)}`} className={item} onSelect={pick(() => void navigate({ to: page.to }))}>
                    {page.icon}
                    <span className="flex-1">{t(page.text)}</span>
                    <Kbd keys={`g ${page.letter}`} />
                  </Command.Item>
                ))}
              </Command.Group>
              <Command.Group heading={t("actions")} className={heading}>
                <PaletteActions {...{ query, item, pick }} here={commands.map(({ id }) => id)} />
                {commands.map((command) => (
                    <Command.Item key={command.id} value={`action ${command.label}`} keywords={command.words ? command.words.split(" ") : []} className={item} onSelect={pick(command.run)}>
                      {command.icon ?? <Zap aria-hidden />}
                      <span className="flex-1">{command.label}</span>
                      {command.keys && <Kbd keys={command.keys} />}
                    </Command.Item>
                  ))}
              </Command.Group>
              {groups.data && groups.data.items.length > 0 && (
                <Command.Group heading={t("groups")} className={heading}>
                  {groups.data.items.map((group) => (
                    <Command.Item key={group.id} value={`group ${group.name} ${group.id}`} className={item} onSelect={pick(() => void navigate({ to: "/facilities", search: { group: group.id } }))}>
                      <Folder aria-hidden />
                      <span className="flex-1 truncate">{group.name}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {facilities.data && facilities.data.items.length > 0 && (
                <Command.Group heading={t("facilities")} className={heading}>
                  {facilities.data.items.map((facility) => (
                    <Command.Item
                      key={facility.id}
                      value={`facility ${facility.name} ${facility.groupName} ${facility.id}`}
                      className={item}
                      onSelect={pick(() => void navigate({ to: "/facilities", search: { group: facility.groupId, facility: facility.id } }))}
                    >
                      <Building2 aria-hidden />
                      <span className="min-w-0 flex-1 truncate">{facility.name}</span>
                      <span className="truncate text-table text-muted">{facility.groupName}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {invoices.data && invoices.data.items.length > 0 && (
                <Command.Group heading={t("invoices")} className={heading}>
                  {invoices.data.items.map((invoice) => (
                    <Command.Item key={invoice.id} value={`invoice ${invoice.number ?? ""} ${invoice.clientName} ${invoice.id}`} keywords={[query]} className={item} onSelect={pick(() => void navigate({ to: "/invoices/$id", params: { id: invoice.id } }))}>
                      <FileText aria-hidden />
                      <span className="tabular min-w-0 flex-1 truncate">{invoice.number ?? "–"}</span>
                      <span className="truncate text-table text-muted">{invoice.clientName}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {quotes.data && quotes.data.items.length > 0 && (
                <Command.Group heading={t("quotes")} className={heading}>
                  {quotes.data.items.map((quote) => (
                    <Command.Item key={quote.id} value={`quote ${quote.number ?? ""} ${quote.clientName} ${quote.id}`} keywords={[query]} className={item} onSelect={pick(() => void navigate({ to: "/quotes/$id", params: { id: quote.id } }))}>
                      <FilePenLine aria-hidden />
                      <span className="tabular min-w-0 flex-1 truncate">{quote.number ?? "–"}</span>
                      <span className="truncate text-table text-muted">{quote.clientName}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {clients.data && clients.data.items.length > 0 && (
                <Command.Group heading={t("clients")} className={heading}>
                  {clients.data.items.map((client) => (
                    <Command.Item key={client.id} value={`client ${client.name} ${client.id}`} keywords={[query]} className={item} onSelect={pick(() => void navigate({ to: "/clients", search: { client: client.id } }))}>
                      <User aria-hidden />
                      <span className="min-w-0 flex-1 truncate">{client.name}</span>
                      <span className="truncate text-table text-muted">{client.emails[0] ?? client.address.city ?? ""}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
