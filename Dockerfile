# The dashboard, the program, and at last only what runs.
FROM node:22-bookworm-slim AS dashboard
WORKDIR /src
COPY src/Dashboard/package.json src/Dashboard/package-lock.json src/Dashboard/.npmrc src/Dashboard/
RUN cd src/Dashboard && npm ci
COPY src/Dashboard src/Dashboard
COPY tools/dev/compress.mjs tools/dev/
RUN cd src/Dashboard && npm run build && node ../../tools/dev/compress.mjs dist

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS program
WORKDIR /src
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props .editorconfig ./
COPY src src
RUN dotnet publish src/Host -c Release -o /program --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=program /program .
COPY --from=dashboard /src/src/Dashboard/dist wwwroot
# A server elsewhere holds the data; without one, Postgres would have to live in this container.
ENV ASPNETCORE_URLS=http://0.0.0.0:8080 DOTNET_EnableDiagnostics=0
EXPOSE 8080
USER $APP_UID
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "billing.dll"]
CMD ["serve"]
