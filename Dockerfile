FROM node:24-slim
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN npm run build
VOLUME /data
EXPOSE 4321
STOPSIGNAL SIGTERM
CMD ["npm", "start"]
