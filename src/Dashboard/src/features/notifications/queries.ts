import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { ChannelName, NotificationPreferences, NotificationWishes } from "@/api/types";
import type { Language } from "@/i18n/messages";

export const unreadQuery = queryOptions({ queryKey: [keys.notifications, "unread"], queryFn: ({ signal }) => ask(api.GET("/api/notifications/unread", { signal })) });

export const newestQuery = (language: Language) => queryOptions({ queryKey: [keys.notifications, "newest", language], queryFn: ({ signal }) => ask(api.GET("/api/notifications", { params: { query: { language, limit: 10 } }, signal })) });

export const notificationsQuery = (language: Language, unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [keys.notifications, "list", language, unread],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/notifications", { params: { query: { language, unread, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const wishesQuery = queryOptions({ queryKey: [keys.notificationPreferences], queryFn: ({ signal }) => ask(api.GET("/api/notification-preferences", { signal })) });

const at = (channel: ChannelName) => ({ params: { path: { channel } } });
export const readOne = (id: string) => api.POST("/api/notifications/{id}/read", { params: { path: { id } } });
export const readThrough = (through: string) => api.POST("/api/notifications/read", { body: { through } });
export const agreeWishes = ({ version }: NotificationPreferences, body: NotificationWishes) => ask(api.PUT("/api/notification-preferences", { body, headers: ifMatch(version) }));
export const connectChannel = (channel: ChannelName, url: string) => ask(api.PUT("/api/notification-channels/{channel}", { ...at(channel), body: { url } }));
export const disconnectChannel = (channel: ChannelName) => api.DELETE("/api/notification-channels/{channel}", at(channel));
export const testChannel = (channel: ChannelName) => ask(api.POST("/api/notification-channels/{channel}/test", at(channel)));
