# Glassbox in a container: docker build -t glassbox . && docker run --rm -p 8000:8000 -v glassbox:/data glassbox
FROM python:3.12-slim AS build
COPY . /src
RUN pip install --no-cache-dir --prefix /installed "/src[postgres,cluster]"

FROM python:3.12-slim
COPY --from=build /installed /usr/local
RUN useradd --system --uid 10001 glassbox && mkdir /data && chown glassbox /data
USER glassbox
ENV GLASSBOX_HOST=0.0.0.0 GLASSBOX_PORT=8000 GLASSBOX_BROWSER=no GLASSBOX_LOG=json
ENV GLASSBOX_DATA_FOLDER=/data XDG_CACHE_HOME=/data/cache
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --start-period=120s CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/health')"]
CMD ["glassbox"]
