# Sourced by run.sh: a Galaxy of its own, from its packages on PyPI, on the loopback address.
# shellcheck shell=bash disable=SC2154
#
# Galaxy starts a Python of its own for every upload and again for the metadata of every job, and each imports most of Galaxy first,
# which takes longer than the tools do. Galaxy's Celery worker, which has imported it once, does both here.

# galaxy_up FOLDER TOOLS: ends the one that a call before has left there and starts a new one. Writes FOLDER/url and FOLDER/key.
galaxy_up() {
    galaxy_stop "$1"
    rm -rf "$1"
    galaxy_start "$1" "$2"
}

# galaxy_toolbox FOLDER TOOLS
galaxy_toolbox() {
    local folder=$1 tools=$2 tool
    {
        echo "<toolbox tool_path=\"$tools\"><section id=\"expomotif\" name=\"expomotif\">"
        for tool in "$tools"/*.xml; do
            grep -q '<tool ' "$tool" && echo "<tool file=\"$(basename "$tool")\"/>"
        done
        echo '</section></toolbox>'
    } >"$folder/tool_conf.xml"
    sed "s#\${__HERE__}#$tools#g" "$tools/tool_data_table_conf.xml.test" >"$folder/tool_data_table_conf.xml"
}

# galaxy_start FOLDER TOOLS
galaxy_start() {
    local folder=$1 from=$SECONDS port key
    mkdir -p "$folder/data"
    galaxy_toolbox "$folder" "$2"
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    key=$(python3 -c 'import secrets; print(secrets.token_hex(16))')
    echo "http://127.0.0.1:$port" >"$folder/url"
    (umask 077 && echo "$key" >"$folder/key")
    cat >"$folder/galaxy.yml" <<YAML
galaxy:
  data_dir: $folder/data
  database_connection: sqlite:///$folder/data/universe.sqlite?timeout=120
  tool_config_file: $folder/tool_conf.xml
  tool_data_table_config_path: $folder/tool_data_table_conf.xml
  galaxy_infrastructure_url: http://127.0.0.1:$port
  admin_users: admin@example.org
  single_user: user@example.org
  bootstrap_admin_api_key: $key
  conda_auto_init: false
  conda_auto_install: false
  calculate_dataset_hash: never
  job_handler_monitor_sleep: 0.2
  job_runner_monitor_sleep: 0.2
  workflow_monitor_sleep: 0.2
  job_config:
    runners:
      local: { load: 'galaxy.jobs.runners.local:LocalJobRunner', workers: 2 }
    execution:
      default: local
      environments:
        local: { runner: local }
  metadata_strategy: directory_celery
  enable_celery_tasks: true
  celery_conf:
    # Files as a broker lose messages that are read while they are written; SQLite is slower by a second and does not.
    broker_url: sqlalchemy+sqlite:///$folder/broker.sqlite?timeout=120
    result_backend: db+sqlite:///$folder/results.sqlite?timeout=120
    task_routes: { galaxy.fetch_data: galaxy.external, galaxy.set_job_metadata: galaxy.external }
YAML
    # An activated environment: the jobs look for it.
    local -x VIRTUAL_ENV=$install/galaxy GALAXY_CONFIG_FILE=$folder/galaxy.yml PATH=$install/galaxy/bin:$PATH
    cd "$folder" || return 1
    setsid galaxy-web --config galaxy.yml --bind "127.0.0.1:$port" >web.log 2>&1 </dev/null &
    echo $! >web.pid
    until curl -sf --max-time 5 "http://127.0.0.1:$port/api/version" >/dev/null; do
        if ! kill -0 "$(cat web.pid)" 2>/dev/null || [ $((SECONDS - from)) -gt 600 ]; then
            tail -n 30 web.log
            return 1
        fi
        sleep 0.5
    done
    setsid celery --app galaxy.celery worker --pool threads --concurrency 2 --queues celery,galaxy.internal,galaxy.external \
        --without-gossip --without-mingle --without-heartbeat --loglevel INFO >celery.log 2>&1 </dev/null &
    echo $! >celery.pid
    until grep -q ' ready\.' celery.log; do
        if ! kill -0 "$(cat celery.pid)" 2>/dev/null || [ $((SECONDS - from)) -gt 900 ]; then
            tail -n 30 celery.log
            return 1
        fi
        sleep 0.5
    done
    echo "Galaxy started: $((SECONDS - from)) s"
}

galaxy_stop() {
    local name
    for name in celery web; do
        [ -f "$1/$name.pid" ] || continue
        kill -- "-$(cat "$1/$name.pid")" 2>/dev/null
    done
    sleep 1
    for name in celery web; do
        [ -f "$1/$name.pid" ] || continue
        kill -KILL -- "-$(cat "$1/$name.pid")" 2>/dev/null
        wait "$(cat "$1/$name.pid")" 2>/dev/null
        rm "$1/$name.pid"
    done
    return 0
}
