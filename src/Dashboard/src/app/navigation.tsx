import type { LinkProps } from "@tanstack/react-router";
import { Activity, Armchair, Banknote, Bell, BellRing, BookOpen, Bot, Building2, Calculator, CalendarCheck, CalendarCheck2, ChartColumnStacked, ChartNoAxesColumn, CircleGauge, CodeXml, CreditCard, DoorOpen, FileChartColumn, FileMinus, FilePenLine, FileText, FileUp, FolderKanban, Gauge, Globe, HandCoins, Headset, HeartPulse, History, Inbox, Layers, LayoutDashboard, Link2, MessageSquareText, Package, PiggyBank, Plug, Radio, Receipt, ReceiptText, RefreshCw, Repeat, Scale, Settings, SlidersHorizontal, Split, Tags, TextSearch, TicketPercent, Timer, TrendingUp, Users, Wallet, Webhook } from "lucide-react";
import type { ReactNode } from "react";
import type { Permission } from "@/api/may";
import type { PlainKey } from "@/i18n/messages";
import type { messages } from "./messages";

export interface Entry {
  to: NonNullable<LinkProps["to"]>;
  text: PlainKey<(typeof messages)["en"]>;
  icon: ReactNode;
  /** After G; with Shift where all letters are taken. */
  letter: string;
  /** Who may not, does not see it. */
  needs?: Permission;
  children?: readonly Entry[];
}

const icon = { "aria-hidden": true, className: "size-4 shrink-0", strokeWidth: 1.75 } as const;

/** What exists now; an entry comes with its feature. */
export const navigation: readonly Entry[] = [
  { to: "/", text: "overview", icon: <LayoutDashboard {...icon} />, letter: "o" },
  {
    to: "/facilities",
    text: "facilities",
    icon: <Building2 {...icon} />,
    letter: "f",
    children: [
      { to: "/facilities", text: "billing", icon: <ReceiptText {...icon} />, letter: "b" },
      { to: "/facilities/month-end", text: "monthEnd", icon: <CalendarCheck {...icon} />, letter: "m" },
      { to: "/facilities/import", text: "import", icon: <FileUp {...icon} />, letter: "i", needs: "facilities.arrange" },
    ],
  },
  { to: "/invoices", text: "invoices", icon: <FileText {...icon} />, letter: "v", needs: "invoicing.see" },
  { to: "/quotes", text: "quotes", icon: <FilePenLine {...icon} />, letter: "q", needs: "invoicing.see" },
  { to: "/recurring-invoices", text: "recurring", icon: <Repeat {...icon} />, letter: "u", needs: "invoicing.see" },
  { to: "/payments", text: "payments", icon: <Banknote {...icon} />, letter: "y", needs: "invoicing.see" },
  { to: "/credit-notes", text: "creditNotes", icon: <FileMinus {...icon} />, letter: "n", needs: "invoicing.see" },
  { to: "/charges", text: "charges", icon: <Receipt {...icon} />, letter: "6", needs: "invoicing.see" },
  { to: "/billing-runs", text: "billingRuns", icon: <Layers {...icon} />, letter: "r", needs: "invoicing.see" },
  { to: "/clients", text: "clients", icon: <Users {...icon} />, letter: "c", needs: "invoicing.see" },
  { to: "/statistics", text: "statistics", icon: <ChartNoAxesColumn {...icon} />, letter: "t", needs: "invoicing.see" },
  {
    to: "/subscriptions",
    text: "subscriptions",
    icon: <RefreshCw {...icon} />,
    letter: "1",
    needs: "subscriptions.see",
    children: [
      { to: "/subscriptions", text: "subscriptions", icon: <RefreshCw {...icon} />, letter: "1", needs: "subscriptions.see" },
      { to: "/subscriptions/plans", text: "plans", icon: <Package {...icon} />, letter: "2", needs: "subscriptions.see" },
      { to: "/subscriptions/revenue", text: "revenue", icon: <TrendingUp {...icon} />, letter: "3", needs: "subscriptions.see" },
      { to: "/subscriptions/dunning", text: "dunning", icon: <CreditCard {...icon} />, letter: "5", needs: "subscriptions.see" },
      { to: "/subscriptions/checkouts", text: "checkouts", icon: <Link2 {...icon} />, letter: "7", needs: "subscriptions.see" },
      { to: "/subscriptions/stripe", text: "stripe", icon: <Inbox {...icon} />, letter: "4", needs: "operations.see" },
    ],
  },
  {
    to: "/usage",
    text: "usage",
    icon: <Gauge {...icon} />,
    letter: "e",
    needs: "usage.see",
    children: [
      { to: "/usage", text: "measured", icon: <Gauge {...icon} />, letter: "j", needs: "usage.see" },
      { to: "/usage/plans", text: "usagePlans", icon: <Tags {...icon} />, letter: "f", needs: "usage.see" },
      { to: "/usage/bills", text: "usageBills", icon: <Timer {...icon} />, letter: "x", needs: "usage.see" },
      { to: "/usage/what-if", text: "whatIf", icon: <Scale {...icon} />, letter: "w", needs: "usage.see" },
      { to: "/usage/live", text: "tail", icon: <Radio {...icon} />, letter: "z", needs: "usage.see" },
      { to: "/usage/limits", text: "limits", icon: <CircleGauge {...icon} />, letter: "l", needs: "usage.see" },
      { to: "/usage/wallets", text: "wallets", icon: <Wallet {...icon} />, letter: "e", needs: "usage.see" },
      { to: "/usage/coupons", text: "coupons", icon: <TicketPercent {...icon} />, letter: "d", needs: "usage.see" },
      { to: "/usage/backfills", text: "backfills", icon: <History {...icon} />, letter: "g", needs: "usage.see" },
      { to: "/usage/calculator", text: "calculator", icon: <Calculator {...icon} />, letter: "k", needs: "usage.see" },
    ],
  },
  {
    to: "/ai",
    text: "aiCosts",
    icon: <Bot {...icon} />,
    letter: "8",
    needs: "aicosts.see",
    children: [
      { to: "/ai", text: "aiSpend", icon: <ChartColumnStacked {...icon} />, letter: "8", needs: "aicosts.see" },
      { to: "/ai/analytics", text: "aiAnalytics", icon: <TrendingUp {...icon} />, letter: "shift+a", needs: "aicosts.see" },
      { to: "/ai/budgets", text: "aiBudgets", icon: <PiggyBank {...icon} />, letter: "shift+b", needs: "aicosts.see" },
      { to: "/ai/alerts", text: "aiAlerts", icon: <BellRing {...icon} />, letter: "shift+l", needs: "aicosts.see" },
      { to: "/ai/what-if", text: "aiWhatIf", icon: <Scale {...icon} />, letter: "shift+w", needs: "aicosts.see" },
      { to: "/ai/allocation", text: "aiAllocation", icon: <Split {...icon} />, letter: "shift+c", needs: "aicosts.see" },
      { to: "/ai/rebilling", text: "aiRebilling", icon: <HandCoins {...icon} />, letter: "shift+i", needs: "aicosts.see" },
      { to: "/ai/accounts", text: "aiAccounts", icon: <Bot {...icon} />, letter: "9", needs: "aicosts.see" },
      { to: "/ai/seats", text: "aiSeats", icon: <Armchair {...icon} />, letter: "shift+e", needs: "aicosts.see" },
      { to: "/ai/usage", text: "aiUsage", icon: <TextSearch {...icon} />, letter: "0", needs: "aicosts.see" },
      { to: "/ai/prices", text: "aiPrices", icon: <BookOpen {...icon} />, letter: ",", needs: "aicosts.see" },
    ],
  },
  {
    to: "/support",
    text: "support",
    icon: <Headset {...icon} />,
    letter: "shift+s",
    needs: "support.see",
    children: [
      { to: "/support", text: "supportRequests", icon: <Headset {...icon} />, letter: "shift+s", needs: "support.see" },
      { to: "/support/months", text: "supportMonths", icon: <CalendarCheck2 {...icon} />, letter: "shift+m", needs: "support.see" },
      { to: "/support/projects", text: "supportProjects", icon: <FolderKanban {...icon} />, letter: "shift+p", needs: "support.see" },
      { to: "/support/sites", text: "supportSites", icon: <Globe {...icon} />, letter: "shift+h", needs: "support.see" },
      { to: "/support/messages", text: "supportMessages", icon: <MessageSquareText {...icon} />, letter: "shift+t", needs: "support.see" },
      { to: "/support/connections", text: "supportConnections", icon: <Plug {...icon} />, letter: "shift+k", needs: "support.see" },
      { to: "/support/portal", text: "supportPortal", icon: <DoorOpen {...icon} />, letter: "shift+o", needs: "support.arrange" },
      { to: "/support/settings", text: "supportSettings", icon: <SlidersHorizontal {...icon} />, letter: "shift+r", needs: "support.see" },
    ],
  },
  { to: "/notifications", text: "notifications", icon: <Bell {...icon} />, letter: "shift+n" },
  { to: "/reports", text: "reports", icon: <FileChartColumn {...icon} />, letter: "shift+x" },
  { to: "/activity", text: "activity", icon: <Activity {...icon} />, letter: "a" },
  { to: "/webhooks", text: "webhooks", icon: <Webhook {...icon} />, letter: ".", needs: "webhooks.arrange" },
  { to: "/status", text: "health", icon: <HeartPulse {...icon} />, letter: "h", needs: "operations.see" },
  { to: "/api-docs", text: "api", icon: <CodeXml {...icon} />, letter: "p" },
  { to: "/settings", text: "settings", icon: <Settings {...icon} />, letter: "s" },
];

/** The pages, without headings that only group. */
export const pages: readonly Entry[] = navigation.flatMap((entry) => entry.children ?? [entry]);
