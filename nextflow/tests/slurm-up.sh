#!/usr/bin/env bash
# Starts a Slurm of two nodes on this machine: two slurmd on ports of their own, the second with a pretend GPU.
#
#   nextflow/tests/slurm-up.sh FOLDER      FOLDER/slurm.conf is then what SLURM_CONF must name
#
# Needs root and Debian's slurm-wlm and munge. slurm-down.sh ends it.
set -euo pipefail
folder=${1:?folder}
host=$(hostname -s)
cpus=$(nproc)
memory=$(($(awk '/MemTotal/ { print int($2 / 1024) }' /proc/meminfo) * 4 / 10))
rm -rf "$folder"
mkdir -p "$folder"/{state,spool-n1,spool-n2,log} /run/munge
chown munge: /run/munge
if ! [ -s /etc/munge/munge.key ]; then
    dd if=/dev/urandom bs=1 count=1024 of=/etc/munge/munge.key status=none
    chown munge: /etc/munge/munge.key
    chmod 400 /etc/munge/munge.key
fi
cat >"$folder/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=26817
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CredType=cred/munge
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/linux
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$folder/log/jobcomp.log
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU_Memory
SchedulerType=sched/backfill
SchedulerParameters=defer_batch,batch_sched_delay=0,sched_interval=2
SwitchType=switch/none
ReturnToService=2
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool-%n
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd-%n.pid
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/log/slurmd-%n.log
SlurmdParameters=config_overrides
GresTypes=gpu
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=27001 CPUs=$cpus RealMemory=$memory State=UNKNOWN
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=27002 CPUs=$cpus RealMemory=$memory Gres=gpu:1 State=UNKNOWN
PartitionName=batch Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
echo 'NodeName=n2 Name=gpu File=/dev/null' >"$folder/gres.conf"
printf 'CgroupPlugin=cgroup/v1\nCgroupAutomount=no\n' >"$folder/cgroup.conf"
export SLURM_CONF=$folder/slurm.conf
pgrep -x munged >/dev/null || runuser -u munge -- /usr/sbin/munged
munge -n | unmunge >/dev/null
/usr/sbin/slurmctld
/usr/sbin/slurmd -N n1
/usr/sbin/slurmd -N n2
for _ in $(seq 30); do
    [ "$(sinfo -h -N -o %T 2>/dev/null | grep -c idle)" -eq 2 ] && break
    sleep 1
done
sinfo -N -o '%N %T %c %m %G'
timeout 20 srun -N2 -l bash -c 'echo $SLURMD_NODENAME'
